import type { Span } from '../../base/text/source-text.js';
import type { HostLiteral, Piece } from './host-literal.js';
import { createPieceList } from './piece-list.js';

const escape = /\\(?:u([0-9a-fA-F]{4})|(.))/gs;
const letters: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Pieces of the text between the quotes of a JSON string (RFC 8259 section 7). */
export function jsonPieces(hostText: string, { start, end }: Span): readonly Piece[] {
  const list = createPieceList();
  let at = start;
  for (const match of hostText.slice(start, end).matchAll(escape)) {
    const from = start + match.index;
    const [whole, digits, letter] = match;
    list.copy(at, from);
    at = from + whole.length;
    const text =
      digits === undefined
        ? (letters.get(letter!) ?? letter!)
        : String.fromCharCode(Number.parseInt(digits, 16));
    list.escape(from, at, text);
  }
  list.copy(at, end);
  return list.pieces;
}

export function encodeJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** The JSON string at a place, quotes included. */
export function jsonLiteral(hostText: string, host: Span): HostLiteral {
  const inside = { start: host.start + 1, end: host.end - 1 };
  return { kind: 'literal', host, pieces: jsonPieces(hostText, inside), encode: encodeJson };
}
