import type { Node } from 'web-tree-sitter';

import type { CodeExpression } from '../code/code-expression.js';
import { namedChildren, shortText, spanOf } from '../syntax-node.js';
import { readBicepString } from './bicep-string.js';

/** Reads an expression of Bicep as far as it can be read without deploying it. */
export function readBicep(text: string, node: Node): CodeExpression {
  const host = spanOf(node);
  const children = namedChildren(node);
  switch (node.type) {
    case 'string':
      return readBicepString(text, node);
    case 'parenthesized_expression':
      return readBicep(text, children[0]!);
    case 'ternary_expression': {
      const options = children.slice(1).map((child) => readBicep(text, child));
      return { kind: 'choice', host, options };
    }
    case 'identifier':
      return { kind: 'name', host, name: node.text };
    case 'call_expression':
      return readCall(text, node);
    default:
      return { kind: 'computed', host, reason: `the value of ${shortText(node)}` };
  }
}

function readCall(text: string, node: Node): CodeExpression {
  const host = spanOf(node);
  const name = node.childForFieldName('function')?.text ?? '';
  const list = node.childForFieldName('arguments');
  const given = list === null ? [] : namedChildren(list);
  const [first, second] = given;
  const separators: ReadonlyMap<string, string> = new Map([
    ["'\\n'", '\n'],
    ["''", ''],
    ["' '", ' '],
  ]);
  if (name === 'trim' && first !== undefined) return readBicep(text, first);
  if (name === 'format' && first !== undefined) {
    return { kind: 'format', host, text: readBicep(text, first), placeholders: 'braces' };
  }
  if (name === 'concat') {
    const parts = given.map((each) => readBicep(text, each));
    return { kind: 'joined', host, parts, separator: '' };
  }
  const separator = separators.get(second?.text ?? '');
  if (name === 'join' && first?.type === 'array' && separator !== undefined) {
    const parts = namedChildren(first).map((each) => readBicep(text, each));
    return { kind: 'joined', host, parts, separator };
  }
  if (name === 'replace' && first !== undefined && second?.type === 'string') {
    const inside = { text: second.text.slice(1, -1) };
    return { kind: 'format', host, text: readBicep(text, first), placeholders: inside };
  }
  if (name === 'loadTextContent' && first?.type === 'string') {
    const path = first.text.slice(1, -1);
    if (!/[\\$]/.test(path)) return { kind: 'file', host, path };
  }
  return { kind: 'computed', host, reason: `the result of ${name}()` };
}
