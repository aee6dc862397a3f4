import type { Span } from '../../base/text/source-text.js';
import { pieceText, type Piece } from './host-literal.js';
import { holeMark } from './place-holes.js';

/** Collects the pieces of a literal in order; neighbouring copies become one. */
export interface PieceList {
  readonly pieces: readonly Piece[];
  copy(start: number, end: number): void;
  escape(start: number, end: number, text: string): void;
  hole(start: number, end: number): void;
  add(pieces: readonly Piece[]): void;
}

export function createPieceList(): PieceList {
  const pieces: Piece[] = [];
  const copy = (start: number, end: number): void => {
    if (start >= end) return;
    const last = pieces.at(-1);
    if (last?.kind === 'copy' && last.host.end === start) {
      pieces[pieces.length - 1] = { kind: 'copy', host: { start: last.host.start, end } };
    } else {
      pieces.push({ kind: 'copy', host: { start, end } });
    }
  };
  return {
    pieces,
    copy,
    escape(start, end, text) {
      // What stands for nothing (an escaped line break) is a gap.
      if (text !== '') pieces.push({ kind: 'escape', host: { start, end }, text });
    },
    hole(start, end) {
      pieces.push({ kind: 'hole', host: { start, end } });
    },
    add(more) {
      for (const piece of more) {
        if (piece.kind === 'copy') copy(piece.host.start, piece.host.end);
        else pieces.push(piece);
      }
    },
  };
}

/** Places of the host from which a text was cooked: what an outer language (JSON) says about the text of an inner one (ARM). */
export interface CookedText {
  readonly text: string;
  /** The pieces that stand for a range of the text. */
  slice(range: Span): readonly Piece[];
  /** The range of the host that stands for a range of the text. */
  toHost(range: Span): Span;
}

/** Joins pieces into the text that they stand for; a hole is one `holeMark`. */
export function cookText(hostText: string, pieces: readonly Piece[]): CookedText {
  const starts: number[] = [];
  let text = '';
  for (const piece of pieces) {
    starts.push(text.length);
    text += piece.kind === 'hole' ? holeMark : pieceText(hostText, piece);
  }
  const indexAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const slice = ({ start, end }: Span): readonly Piece[] => {
    const list = createPieceList();
    if (start >= end) return list.pieces;
    for (let index = indexAt(start); index < pieces.length && starts[index]! < end; index++) {
      const piece = pieces[index]!;
      const at = starts[index]!;
      if (piece.kind === 'escape') {
        const from = Math.max(0, start - at);
        list.escape(piece.host.start, piece.host.end, piece.text.slice(from, end - at));
      } else if (piece.kind === 'hole') {
        list.hole(piece.host.start, piece.host.end);
      } else {
        const from = piece.host.start + Math.max(0, start - at);
        list.copy(from, Math.min(piece.host.end, piece.host.start + end - at));
      }
    }
    return list.pieces;
  };
  return {
    text,
    slice,
    toHost(range) {
      const found = slice(range);
      if (found.length > 0) return { start: found[0]!.host.start, end: found.at(-1)!.host.end };
      const index = indexAt(range.start);
      const piece = pieces[index];
      const at = piece === undefined ? 0 : piece.host.start + range.start - starts[index]!;
      return { start: at, end: at };
    },
  };
}
