import type { Node } from 'web-tree-sitter';

import type { CodeExpression } from '../code/code-expression.js';
import { dedentLiteral } from '../code/dedent.js';
import { namedChildren, shortText, spanOf } from '../syntax-node.js';
import { readPythonString } from './python-string.js';

/** Methods that change at most the white space at the ends of a text. */
const transparent = new Set(['strip', 'lstrip', 'rstrip']);

/** Reads an expression of Python as far as it can be read without running it. */
export function readPython(text: string, node: Node): CodeExpression {
  const host = spanOf(node);
  const children = namedChildren(node);
  switch (node.type) {
    case 'string':
      return readPythonString(text, node);
    case 'parenthesized_expression':
      return readPython(text, children[0]!);
    case 'concatenated_string': {
      const parts = children.map((child) => readPython(text, child));
      return { kind: 'joined', host, parts, separator: '' };
    }
    case 'binary_operator':
      return readOperator(text, node);
    case 'conditional_expression': {
      const [first, , last] = children;
      return { kind: 'choice', host, options: [readPython(text, first!), readPython(text, last!)] };
    }
    case 'identifier':
    case 'attribute':
      return { kind: 'name', host, name: node.text.replace(/^.*\./s, '') };
    case 'call':
      return (
        readCall(text, node) ?? {
          kind: 'computed',
          host,
          reason: `the result of ${calledName(node)}()`,
        }
      );
    default:
      return { kind: 'computed', host, reason: `the value of ${shortText(node)}` };
  }
}

function calledName(call: Node): string {
  const called = call.childForFieldName('function');
  return called === null ? '' : called.text.replace(/^[^]*[.)\]"']/, '');
}

function readOperator(text: string, node: Node): CodeExpression {
  const host = spanOf(node);
  const left = node.childForFieldName('left')!;
  const right = node.childForFieldName('right')!;
  const operator = node.childForFieldName('operator')?.text;
  if (operator === '+') {
    const parts = [readPython(text, left), readPython(text, right)];
    return { kind: 'joined', host, parts, separator: '' };
  }
  if (operator === '%') {
    return { kind: 'format', host, text: readPython(text, left), placeholders: 'percent' };
  }
  return { kind: 'computed', host, reason: `the value of ${shortText(node)}` };
}

function readCall(text: string, node: Node): CodeExpression | undefined {
  const host = spanOf(node);
  const called = node.childForFieldName('function');
  const list = node.childForFieldName('arguments');
  if (called === null || list === null) return undefined;
  const given = namedChildren(list);
  const [first] = given;
  const name = calledName(node);
  if (name === 'dedent' && first !== undefined) {
    const inner = readPython(text, first);
    if (inner.kind !== 'literal') return inner;
    const literal = dedentLiteral(text, inner.literal);
    return { kind: 'literal', literal, form: 'python dedent' };
  }
  const receiver = called.type === 'attribute' ? called.childForFieldName('object') : null;
  if (receiver === null) return undefined;
  if (transparent.has(name)) return readPython(text, receiver);
  if (name === 'format') {
    return { kind: 'format', host, text: readPython(text, receiver), placeholders: 'braces' };
  }
  if (name === 'replace' && first?.type === 'string') {
    const inside = { text: first.text.replace(/^\w*["']+|["']+$/g, '') };
    return { kind: 'format', host, text: readPython(text, receiver), placeholders: inside };
  }
  if (name === 'join' && first !== undefined && /^(?:list|tuple)$/.test(first.type)) {
    const separator = { '"\\n"': '\n', "'\\n'": '\n', '""': '', "''": '', '" "': ' ', "' '": ' ' }[
      receiver.text
    ];
    if (separator === undefined) return undefined;
    const parts = namedChildren(first).map((element) => readPython(text, element));
    return { kind: 'joined', host, parts, separator };
  }
  return undefined;
}
