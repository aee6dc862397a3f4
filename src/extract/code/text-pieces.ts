import type { Span } from '../../base/text/source-text.js';
import { createPieceList, type PieceList } from '../literal/piece-list.js';

/**
 * Pieces of the content of a string: what `special` matches is decoded (`undefined`: left as it stands), the rest is copied, and
 * `holes` (in order, not overlapping) are computed by the host.
 */
export function textPieces(
  text: string,
  content: Span,
  holes: readonly Span[],
  special: RegExp | undefined,
  decode: (found: string) => string | undefined,
): PieceList {
  const list = createPieceList();
  const addText = (start: number, end: number): void => {
    if (special === undefined) {
      list.copy(start, end);
      return;
    }
    let at = start;
    for (const { 0: found, index } of text.slice(start, end).matchAll(special)) {
      const decoded = decode(found);
      if (decoded === undefined) continue;
      const from = start + index;
      list.copy(at, from);
      at = from + found.length;
      list.escape(from, at, decoded);
    }
    list.copy(at, end);
  };
  let at = content.start;
  for (const hole of holes) {
    addText(at, hole.start);
    list.hole(hole.start, hole.end);
    at = hole.end;
  }
  addText(at, content.end);
  return list;
}

export function codePoint(digits: string, base: number = 16): string {
  const code = Number.parseInt(digits, base);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
