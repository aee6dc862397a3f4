import type { Node } from 'web-tree-sitter';

import type { CodeExpression } from '../code/code-expression.js';
import { codePoint, textPieces } from '../code/text-pieces.js';
import type { Encode, Piece } from '../literal/host-literal.js';
import { namedChildren, spanOf } from '../syntax-node.js';

const letters: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
]);

const escapes = String.raw`\\(?:\r?\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\}|[^])`;

/** A backslash before another letter stays (Python reference 2.4.1); `\N{...}` needs the table of Unicode names. */
function decodeEscape(found: string): string | undefined {
  if (found === '\r\n') return '\n';
  if (found === '{{' || found === '}}') return found[0]!;
  const letter = found[1]!;
  if (letter === '\n' || letter === '\r') return '';
  if (/[0-7]/.test(letter)) return codePoint(found.slice(1), 8);
  if (/[xuU]/.test(letter) && found.length > 2) return codePoint(found.slice(2));
  return letters.get(letter);
}

/** A string literal of Python, of any prefix; bytes are no text. */
export function readPythonString(text: string, node: Node): CodeExpression {
  const host = spanOf(node);
  const prefix = /^[a-zA-Z]*/.exec(text.slice(host.start, host.start + 3))![0].toLowerCase();
  if (prefix.includes('b')) return { kind: 'computed', host, reason: 'a bytes object' };
  const open = host.start + prefix.length;
  const quote = text.startsWith(text[open]!.repeat(3), open)
    ? text.slice(open, open + 3)
    : text[open]!;
  const content = { start: open + quote.length, end: host.end - quote.length };
  const raw = prefix.includes('r');
  const formatted = prefix.includes('f') || prefix.includes('t');
  const special = new RegExp(
    ['\\r\\n', ...(raw ? [] : [escapes]), ...(formatted ? ['\\{\\{', '\\}\\}'] : [])].join('|'),
    'g',
  );
  const holes = namedChildren(node)
    .filter(({ type }) => type === 'interpolation')
    .map(spanOf);
  const { pieces } = textPieces(text, content, holes, special, (found) =>
    found.startsWith('\\N') ? undefined : decodeEscape(found),
  );
  const encode = pythonEncoder(text, quote, raw, formatted);
  return {
    kind: 'literal',
    literal: { kind: 'literal', host, pieces: namedCharacters(text, pieces, raw), encode },
    form: `python ${quote} ${raw} ${formatted}`,
  };
}

/** `\N{...}` becomes a hole: the text is known to Python, not to us. */
function namedCharacters(text: string, pieces: readonly Piece[], raw: boolean): readonly Piece[] {
  if (raw) return pieces;
  return pieces.flatMap((piece): readonly Piece[] => {
    if (piece.kind !== 'copy') return [piece];
    const { start, end } = piece.host;
    const parts: Piece[] = [];
    let at = start;
    for (const { 0: found, index } of text.slice(start, end).matchAll(/\\N\{[^}]*\}/g)) {
      const from = start + index;
      if (from > at) parts.push({ kind: 'copy', host: { start: at, end: from } });
      at = from + found.length;
      parts.push({ kind: 'hole', host: { start: from, end: at } });
    }
    if (at < end) parts.push({ kind: 'copy', host: { start: at, end } });
    return parts;
  });
}

function pythonEncoder(text: string, quote: string, raw: boolean, formatted: boolean): Encode {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return (each) => {
    const own = formatted ? each.replace(/[{}]/g, '$&$&') : each;
    if (raw) {
      const fits = !own.includes(quote[0]!) && !/[\\\r]/.test(own);
      if (!fits || (quote.length === 1 && own.includes('\n'))) return undefined;
      return own.replaceAll('\n', lineEnd);
    }
    const escaped = own.replaceAll('\\', '\\\\').replaceAll('\r', '\\r');
    if (quote.length === 3) {
      // A quote at the end would join those that close the literal.
      const quotes = quote[0] === '"' ? /"""|"$/g : /'''|'$/g;
      const quoted = escaped.replace(quotes, (found) => found.replace(/./g, '\\$&'));
      return quoted.replaceAll('\n', lineEnd);
    }
    return escaped.replaceAll(quote, `\\${quote}`).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  };
}
