import type { Node, Parser } from 'web-tree-sitter';

import type { DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import type { SourceText } from '../../base/text/source-text.js';
import type { Binding, CodeString } from '../code/code-expression.js';
import { findInCode } from '../code/find-in-code.js';
import type { FoundValue } from '../literal/host-literal.js';
import { markedLines } from '../marked-lines.js';
import { syntaxProblem, withTree } from '../parse-tree.js';
import { enclosing, namedChildren, spanOf } from '../syntax-node.js';
import { maskStrings } from './mask-strings.js';
import { readBicep } from './read-bicep.js';

const wholeTypes = new Set([
  'parenthesized_expression',
  'ternary_expression',
  'call_expression',
  'arguments',
  'array',
]);

/** Formulas of Bicep: `scaleSettings.autoScale.formula` of pools, parameters of modules, variables and defaults of parameters. */
export function extractBicep(
  source: SourceText,
  parser: Parser,
): DiagnosticResult<readonly FoundValue[]> {
  const { text } = source;
  const masked = { name: source.name, text: maskStrings(text) };
  return withTree(parser, masked, 'Bicep', (root) => {
    const marked = markedLines(text, /^\s*(?:\/\/|\/\*|@)/);
    const bindings = readBindings(text, root);
    const value = findInCode(text, { bindings, strings: readStrings(text, root), marked });
    return { value, diagnostics: syntaxProblem(source, root, 'Bicep') };
  });
}

function readBindings(text: string, root: Node): readonly Binding[] {
  const nodes = root.descendantsOfType([
    'variable_declaration',
    'parameter_declaration',
    'object_property',
  ]);
  return nodes.flatMap((node): Binding[] => {
    const children = namedChildren(node).filter(({ type }) => type !== 'decorators');
    const [target, ...rest] = children;
    const value = rest.at(-1);
    if (target === undefined || value === undefined || value.type === 'type') return [];
    const own = target.text.replace(/^'|'$/g, '');
    const holder =
      node.type === 'object_property' ? enclosing(node, ['object_property']) : undefined;
    const isFormula =
      own === 'formula' &&
      /^'?autoScale'?$/i.test(holder === undefined ? '' : namedChildren(holder)[0]!.text);
    const resource = enclosing(node, ['resource_declaration', 'module_declaration']);
    const symbol = resource === undefined ? undefined : namedChildren(resource)[0]?.text;
    return [
      {
        kind: node.type === 'object_property' ? 'argument' : 'variable',
        name: isFormula ? 'autoScaleFormula' : own,
        address: symbol === undefined ? own : isFormula ? symbol : `${symbol}.${own}`,
        value: spanOf(value),
        read: () => readBicep(text, value),
        scope: '',
        line: node.startPosition.row,
        appends: false,
      },
    ];
  });
}

function readStrings(text: string, root: Node): readonly CodeString[] {
  return root.descendantsOfType('string').map((node): CodeString => {
    let whole = node;
    for (
      let parent = node.parent;
      parent !== null && wholeTypes.has(parent.type);
      parent = parent.parent
    ) {
      whole = parent;
    }
    const read = (): ReturnType<typeof readBicep> => readBicep(text, whole);
    return { host: spanOf(node), whole: spanOf(whole), read, line: node.startPosition.row };
  });
}
