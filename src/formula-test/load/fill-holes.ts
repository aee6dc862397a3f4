import type { EmbeddedFormula, Hole } from '../../extract/embedded-formula.js';

/** A formula with values in place of what its host computes. */
export interface FilledFormula {
  readonly text: string;
  /** Offset in the formula with holes of an offset in the filled one; the beginning of the hole for one inside a value. */
  readonly toEmbedded: (offset: number) => number;
}

interface Piece {
  /** Offset in the filled text. */
  readonly start: number;
  readonly embedded: number;
  readonly isValue: boolean;
}

/** Replaces each hole by its value; `valueOf` must know all of them. */
export function fillHoles(
  { text, segments, holes }: EmbeddedFormula,
  valueOf: (hole: Hole) => string,
): FilledFormula {
  const byName = new Map(holes.map((hole) => [hole.name, hole]));
  const pieces: Piece[] = [];
  let filled = '';
  for (const { kind, formula } of segments) {
    const own = text.slice(formula.start, formula.end);
    const hole = kind === 'hole' ? byName.get(own) : undefined;
    pieces.push({
      start: filled.length,
      embedded: formula.start,
      isValue: hole !== undefined,
    });
    filled += hole === undefined ? own : valueOf(hole);
  }
  return {
    text: filled,
    toEmbedded(offset) {
      const piece = pieces.findLast(({ start }) => start <= offset);
      if (piece === undefined) return 0;
      return piece.embedded + (piece.isValue ? 0 : offset - piece.start);
    },
  };
}
