import type { Node } from 'web-tree-sitter';

import type { CodeExpression } from '../code/code-expression.js';
import { namedChildren, shortText, spanOf } from '../syntax-node.js';
import { readPowerShellString, stringTypes } from './powershell-string.js';

/** Reads an expression of PowerShell as far as it can be read without running it; `defined`: variables of the script. */
export function readPowerShell(
  text: string,
  node: Node,
  defined: ReadonlySet<string>,
): CodeExpression {
  const host = spanOf(node);
  if (stringTypes.includes(node.type)) return readPowerShellString(text, node, defined);
  const children = namedChildren(node);
  const [first, second, third] = children;
  if (node.type === 'variable') {
    return { kind: 'name', host, name: node.text.replace(/^\$\{?|\}$/g, '').toLowerCase() };
  }
  // A chain of expressions with one member each leads to every value; a command or a member access is no such chain.
  const isChain = /expression|pipeline|string_literal|statement_list/.test(node.type);
  if (isChain && children.length === 1) return readPowerShell(text, first!, defined);
  if (node.type === 'additive_expression' && second !== undefined) {
    const isPlus = text.slice(first!.endIndex, second.startIndex).trim() === '+';
    if (isPlus) {
      const parts = [readPowerShell(text, first!, defined), readPowerShell(text, second, defined)];
      return { kind: 'joined', host, parts, separator: '' };
    }
  }
  if (
    node.type === 'format_expression' &&
    third !== undefined &&
    second?.type === 'format_operator'
  ) {
    const inner = readPowerShell(text, first!, defined);
    return { kind: 'format', host, text: inner, placeholders: 'braces' };
  }
  return { kind: 'computed', host, reason: `the value of ${shortText(node)}` };
}
