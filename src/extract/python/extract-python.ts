import type { Node, Parser } from 'web-tree-sitter';

import type { DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import type { SourceText } from '../../base/text/source-text.js';
import type { Binding, CodeString } from '../code/code-expression.js';
import { findInCode } from '../code/find-in-code.js';
import type { FoundValue } from '../literal/host-literal.js';
import { markedLines } from '../marked-lines.js';
import { syntaxProblem, withTree } from '../parse-tree.js';
import { scopeOf, spanOf } from '../syntax-node.js';
import { readPython } from './read-python.js';

const scopeTypes = new Map([
  ['function_definition', 'name'],
  ['class_definition', 'name'],
]);

/** What may stand around a string without making it another value. */
const wholeTypes = new Set([
  'concatenated_string',
  'parenthesized_expression',
  'binary_operator',
  'conditional_expression',
]);

/** Formulas of Python: keyword arguments, attributes, keys of dictionaries and variables, f-strings and formatted texts included. */
export function extractPython(
  source: SourceText,
  parser: Parser,
): DiagnosticResult<readonly FoundValue[]> {
  const { text } = source;
  return withTree(parser, source, 'Python', (root) => {
    const marked = markedLines(text, /^\s*#/);
    const bindings = readBindings(text, root);
    const value = findInCode(text, { bindings, strings: readStrings(text, root), marked });
    return { value, diagnostics: syntaxProblem(source, root, 'Python') };
  });
}

function readBindings(text: string, root: Node): readonly Binding[] {
  const nodes = root.descendantsOfType([
    'assignment',
    'augmented_assignment',
    'keyword_argument',
    'pair',
    'default_parameter',
    'typed_default_parameter',
  ]);
  return nodes.flatMap((node): Binding[] => {
    const target =
      node.childForFieldName('left') ??
      node.childForFieldName('name') ??
      node.childForFieldName('key');
    const value = node.childForFieldName('right') ?? node.childForFieldName('value');
    if (target === null || value === null) return [];
    const isVariable = /assignment|parameter/.test(node.type) && target.type === 'identifier';
    const name = target.text.replace(/^[^]*\[|[\]"']/g, '').replace(/^[^]*\./, '');
    return [
      {
        kind: isVariable ? 'variable' : 'argument',
        name,
        value: spanOf(value),
        read: () => readPython(text, value),
        scope: scopeOf(node, scopeTypes),
        line: node.startPosition.row,
        appends: node.type === 'augmented_assignment',
      },
    ];
  });
}

function readStrings(text: string, root: Node): readonly CodeString[] {
  return root.descendantsOfType('string').flatMap((node): CodeString[] => {
    let whole = node;
    for (let parent = node.parent; parent !== null; parent = parent.parent) {
      const isReceiver =
        parent.type === 'attribute' || (parent.type === 'call' && whole.type === 'attribute');
      const isDedented =
        parent.type === 'argument_list' ||
        (parent.type === 'call' && whole.type === 'argument_list');
      if (
        !wholeTypes.has(parent.type) &&
        !isReceiver &&
        !(
          isDedented &&
          /dedent\(/.test(text.slice(Math.max(0, parent.startIndex - 8), parent.endIndex))
        )
      )
        break;
      whole = parent;
    }
    // A string that is a statement of its own is documentation.
    if (whole.parent?.type === 'expression_statement') return [];
    const read = (): ReturnType<typeof readPython> => readPython(text, whole);
    return [{ host: spanOf(node), whole: spanOf(whole), read, line: node.startPosition.row }];
  });
}
