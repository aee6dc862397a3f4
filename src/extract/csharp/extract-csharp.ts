import type { Node, Parser } from 'web-tree-sitter';

import type { DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import type { SourceText } from '../../base/text/source-text.js';
import type { Binding, CodeString } from '../code/code-expression.js';
import { findInCode } from '../code/find-in-code.js';
import type { FoundValue } from '../literal/host-literal.js';
import { markedLines } from '../marked-lines.js';
import { syntaxProblem, withTree } from '../parse-tree.js';
import { namedChildren, scopeOf, spanOf } from '../syntax-node.js';
import { readCSharp, stringTypes } from './read-csharp.js';

const scopeTypes = new Map([
  ['class_declaration', 'name'],
  ['record_declaration', 'name'],
  ['struct_declaration', 'name'],
  ['method_declaration', 'name'],
  ['local_function_statement', 'name'],
  ['constructor_declaration', 'name'],
]);

const wholeTypes = new Set([
  'binary_expression',
  'parenthesized_expression',
  'conditional_expression',
  'member_access_expression',
  'invocation_expression',
]);

/** Methods of the SDKs that take a formula without its name: `EnableAutoScale(poolId, formula)`, `EvaluateAutoScale`. */
const formulaMethods = /^(?:Enable|Evaluate)AutoScale(?:Async)?$/;

/** Formulas of C#: properties, named arguments, fields and variables; verbatim, interpolated and raw strings. */
export function extractCSharp(
  source: SourceText,
  parser: Parser,
): DiagnosticResult<readonly FoundValue[]> {
  const { text } = source;
  return withTree(parser, source, 'C#', (root) => {
    const marked = markedLines(text, /^\s*(?:\/\/|\/\*)/);
    const bindings = [...readBindings(text, root), ...readArguments(text, root)];
    const value = findInCode(text, { bindings, strings: readStrings(text, root), marked });
    return { value, diagnostics: syntaxProblem(source, root, 'C#') };
  });
}

function readBindings(text: string, root: Node): readonly Binding[] {
  const nodes = root.descendantsOfType([
    'variable_declarator',
    'assignment_expression',
    'property_declaration',
  ]);
  return nodes.flatMap((node): Binding[] => {
    const target = node.childForFieldName('left') ?? node.childForFieldName('name');
    const value = valueOf(node, target);
    if (target === null || value === undefined) return [];
    const isVariable = node.type !== 'assignment_expression' || target.type === 'identifier';
    const name = target.text.replace(/^[^]*\./, '').replace(/^[^]*\["?|"?\]$/g, '');
    return [
      {
        kind:
          isVariable && node.parent?.type !== 'initializer_expression' ? 'variable' : 'argument',
        name,
        value: spanOf(value),
        read: () => readCSharp(text, value),
        scope: scopeOf(node, scopeTypes),
        line: node.startPosition.row,
        appends: /^[^=]*\+=/.test(node.text.slice(target.text.length, target.text.length + 4)),
      },
    ];
  });
}

function valueOf(node: Node, target: Node | null): Node | undefined {
  const right = node.childForFieldName('right');
  if (right !== null) return right;
  const value = node.childForFieldName('value');
  if (value !== null)
    return value.type === 'arrow_expression_clause' ? namedChildren(value)[0] : value;
  const last = namedChildren(node).at(-1);
  const isInitializer = node.type === 'variable_declarator' && last !== undefined;
  return isInitializer && last.id !== target?.id ? last : undefined;
}

/** Named arguments, and the formula of the methods that take one. */
function readArguments(text: string, root: Node): readonly Binding[] {
  return root.descendantsOfType('invocation_expression').flatMap((call): Binding[] => {
    const called = call.childForFieldName('function');
    const list = call.childForFieldName('arguments');
    if (called === null || list === null) return [];
    const method = (called.childForFieldName('name') ?? called).text;
    return namedChildren(list).flatMap((argument, index): Binding[] => {
      const named = argument.childForFieldName('name')?.text;
      const value = namedChildren(argument).at(-1);
      const isFormula = formulaMethods.test(method) && index === 1 && named === undefined;
      const name = isFormula ? 'autoScaleFormula' : named;
      if (name === undefined || value === undefined) return [];
      return [
        {
          kind: 'argument',
          name,
          address: isFormula ? method : name,
          value: spanOf(value),
          read: () => readCSharp(text, value),
          scope: scopeOf(call, scopeTypes),
          line: argument.startPosition.row,
          appends: false,
        },
      ];
    });
  });
}

function readStrings(text: string, root: Node): readonly CodeString[] {
  return root.descendantsOfType([...stringTypes]).flatMap((node): CodeString[] => {
    let whole = node;
    for (let parent = node.parent; parent !== null; parent = parent.parent) {
      const isPart = wholeTypes.has(parent.type);
      // Arguments of string.Format, Concat and Join are parts of their result.
      const isArgument =
        /^argument(?:_list)?$/.test(parent.type) &&
        /^(?:System\.)?[sS]tring\.(?:Format|Concat|Join)\s*\($/.test(
          text.slice(
            enclosingCall(parent)?.startIndex ?? 0,
            (parent.type === 'argument' ? parent.parent! : parent).startIndex + 1,
          ),
        );
      if (!isPart && !isArgument) break;
      whole = parent;
    }
    const read = (): ReturnType<typeof readCSharp> => readCSharp(text, whole);
    return [{ host: spanOf(node), whole: spanOf(whole), read, line: node.startPosition.row }];
  });
}

function enclosingCall(node: Node): Node | undefined {
  const list = node.type === 'argument' ? node.parent : node;
  return list?.parent ?? undefined;
}
