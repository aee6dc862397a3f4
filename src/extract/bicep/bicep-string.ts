import type { Node } from 'web-tree-sitter';

import type { CodeExpression } from '../code/code-expression.js';
import { codePoint, textPieces } from '../code/text-pieces.js';
import type { Encode } from '../literal/host-literal.js';
import { namedChildren, spanOf } from '../syntax-node.js';

const letters: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

function decode(found: string): string {
  const digits = /^\\u\{([0-9a-fA-F]+)\}$/.exec(found)?.[1];
  return digits === undefined ? (letters.get(found[1]!) ?? found[1]!) : codePoint(digits);
}

/**
 * A string of Bicep. One in three quotes has neither escapes nor interpolation and keeps its indentation; only a line break right
 * after the opening quotes is left out.
 */
export function readBicepString(text: string, node: Node): CodeExpression {
  const host = spanOf(node);
  const multiLine = text.startsWith("'''", host.start);
  if (multiLine) {
    const start =
      host.start + 3 + (/^\r?\n/.exec(text.slice(host.start + 3, host.start + 5))?.[0].length ?? 0);
    const content = { start, end: Math.max(start, host.end - 3) };
    const { pieces } = textPieces(text, content, [], undefined, () => undefined);
    const encode: Encode = (each) =>
      each.includes("'''") || each.endsWith("'") ? undefined : each;
    return {
      kind: 'literal',
      literal: { kind: 'literal', host, pieces, encode },
      form: "bicep '''",
    };
  }
  const holes = namedChildren(node)
    .filter(({ type }) => type === 'interpolation')
    .map(spanOf);
  const content = { start: host.start + 1, end: host.end - 1 };
  const { pieces } = textPieces(text, content, holes, /\\(?:u\{[0-9a-fA-F]+\}|[^])/g, decode);
  const encode: Encode = (each) =>
    each
      .replace(/\\|'|\$(?=\{)/g, '\\$&')
      .replaceAll('\n', '\\n')
      .replaceAll('\r', '\\r')
      .replaceAll('\t', '\\t');
  return { kind: 'literal', literal: { kind: 'literal', host, pieces, encode }, form: "bicep '" };
}
