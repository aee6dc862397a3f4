import type { Node } from 'web-tree-sitter';

import type { CodeExpression } from '../code/code-expression.js';
import { namedChildren, shortText, spanOf } from '../syntax-node.js';
import { readCSharpString } from './csharp-string.js';

export const stringTypes: readonly string[] = [
  'string_literal',
  'verbatim_string_literal',
  'raw_string_literal',
  'interpolated_string_expression',
];

const transparent = new Set(['Trim', 'TrimStart', 'TrimEnd', 'ToString']);

/** Reads an expression of C# as far as it can be read without running it. */
export function readCSharp(text: string, node: Node): CodeExpression {
  const host = spanOf(node);
  if (stringTypes.includes(node.type)) return readCSharpString(text, node);
  const children = namedChildren(node);
  switch (node.type) {
    case 'parenthesized_expression':
    case 'arrow_expression_clause':
    case 'equals_value_clause':
    case 'argument':
      return readCSharp(text, children.at(-1)!);
    case 'binary_expression': {
      const [left, right] = children;
      if (node.childForFieldName('operator')?.text !== '+' || right === undefined) break;
      const parts = [readCSharp(text, left!), readCSharp(text, right)];
      return { kind: 'joined', host, parts, separator: '' };
    }
    case 'conditional_expression': {
      const options = children.slice(1).map((child) => readCSharp(text, child));
      return { kind: 'choice', host, options };
    }
    case 'identifier':
    case 'member_access_expression':
      return { kind: 'name', host, name: node.text.replace(/^.*\./s, '') };
    case 'invocation_expression':
      return (
        readCall(text, node) ?? {
          kind: 'computed',
          host,
          reason: `the result of ${calledName(node)}()`,
        }
      );
    default:
      break;
  }
  return { kind: 'computed', host, reason: `the value of ${shortText(node)}` };
}

function calledName(call: Node): string {
  const called = call.childForFieldName('function');
  if (called === null) return '';
  return (called.childForFieldName('name') ?? called).text;
}

function readCall(text: string, node: Node): CodeExpression | undefined {
  const host = spanOf(node);
  const called = node.childForFieldName('function');
  const list = node.childForFieldName('arguments');
  if (called === null || list === null) return undefined;
  const name = calledName(node);
  const receiver = called.childForFieldName('expression');
  const isString = /^(?:System\.)?[sS]tring$/.test(receiver?.text ?? '');
  const given = namedChildren(list).flatMap((argument) => namedChildren(argument).slice(-1));
  const [first, ...rest] = given;
  if (isString && name === 'Format') {
    // A culture may stand first.
    const format =
      given.find(({ type }) => !/Culture/.test(type) && type !== 'member_access_expression') ??
      first;
    if (format === undefined) return undefined;
    return { kind: 'format', host, text: readCSharp(text, format), placeholders: 'braces' };
  }
  if (isString && name === 'Concat') {
    return {
      kind: 'joined',
      host,
      parts: given.map((each) => readCSharp(text, each)),
      separator: '',
    };
  }
  if (isString && name === 'Join' && first !== undefined) {
    const separator = /NewLine|\\n/.test(first.text)
      ? '\n'
      : first.text.replace(/^@?["']|["']$/g, '');
    if (/\\/.test(separator)) return undefined;
    const elements = rest.length === 1 ? listElements(rest[0]!) : rest;
    const parts = elements.map((each) => readCSharp(text, each));
    return { kind: 'joined', host, parts, separator };
  }
  if (receiver === null || isString) return undefined;
  if (transparent.has(name)) return readCSharp(text, receiver);
  if (name === 'Replace' && first !== undefined && /^"[^"\\]+"$/.test(first.text)) {
    const inside = { text: first.text.slice(1, -1) };
    return { kind: 'format', host, text: readCSharp(text, receiver), placeholders: inside };
  }
  return undefined;
}

/** Elements of `new[] { ... }`, `new List<string> { ... }` or `[...]`. */
function listElements(node: Node): readonly Node[] {
  const [initializer] = node.descendantsOfType(['initializer_expression', 'collection_expression']);
  if (initializer === undefined) return [node];
  return namedChildren(initializer).map((element) =>
    element.type === 'collection_element' ? element.namedChildren[0]! : element,
  );
}
