import { parseFormula } from '../../parser/parse.js';
import type { DynamicFormula, EmbeddedFormula, Hole, Segment } from '../embedded-formula.js';
import type { HostLiteral, Piece } from './host-literal.js';
import { holeMark, placeHoles, type PlacedHole } from './place-holes.js';

/** A part of the marked text and the place of the host that stands for it. */
interface Part {
  readonly piece: Piece;
  readonly start: number;
  readonly end: number;
}

/**
 * Makes the formula of a literal: its text, its segments, and what stands for its holes. A literal that is one hole, or whose holes
 * stand for operators or halves of expressions, is a dynamic formula.
 */
export function composeFormula(
  hostText: string,
  literal: HostLiteral,
  address: string,
): EmbeddedFormula | DynamicFormula {
  const { host, encode } = literal;
  const { marked, parts } = markedText(hostText, literal.pieces);
  const hasHoles = literal.pieces.some(({ kind }) => kind === 'hole');
  const placed = hasHoles ? placeHoles(marked) : [];
  if (hasHoles && marked.replaceAll(holeMark, '').trim() === '') {
    return { address, host, reason: `the value of ${hostTextOf(hostText, parts)}` };
  }
  const { text, segments, holes } = join(hostText, marked, parts, placed);
  const misfit = holes.length === 0 ? undefined : misfitHole(text, segments, holes);
  if (misfit !== undefined) {
    return { address, host, reason: `${misfit.hostText} stands for more than a value` };
  }
  return { text, address, host, segments, holes, encode };
}

function hostTextOf(hostText: string, parts: readonly Part[]): string {
  const holes = parts.filter(({ piece }) => piece.kind === 'hole');
  return holes
    .map(({ piece: { host } }) => shortened(hostText.slice(host.start, host.end)))
    .join(', ');
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 57)}...`;
}

function markedText(
  hostText: string,
  pieces: readonly Piece[],
): { readonly marked: string; readonly parts: readonly Part[] } {
  let marked = '';
  const parts = pieces.map((piece) => {
    const start = marked.length;
    if (piece.kind === 'hole') marked += holeMark;
    else if (piece.kind === 'escape') marked += piece.text;
    else marked += hostText.slice(piece.host.start, piece.host.end);
    return { piece, start, end: marked.length };
  });
  return { marked, parts };
}

/** Names for holes that occur nowhere in the text. */
function holePrefix(marked: string): string {
  let prefix = 'hole_';
  while (marked.includes(prefix)) prefix = `hole_${prefix}`;
  return prefix;
}

interface Joined {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly holes: readonly Hole[];
}

function join(
  hostText: string,
  marked: string,
  parts: readonly Part[],
  placed: readonly PlacedHole[],
): Joined {
  const prefix = holePrefix(marked);
  const segments: Segment[] = [];
  const holes: Hole[] = [];
  let text = '';
  let next = 0;
  let hole: PlacedHole | undefined = placed[next];
  for (const { piece, start, end } of parts) {
    for (let at = start; at < end;) {
      if (hole !== undefined && at >= hole.range.start) {
        // The parts inside a hole are one segment, made at its first part.
        if (at === hole.range.start) {
          const name = `${prefix}${holes.length + 1}`;
          const standsFor = textOf(hole, name);
          const host = {
            start: hostOffset(parts, hole.range.start, 'start'),
            end: hostOffset(parts, hole.range.end, 'end'),
          };
          holes.push({ name, host, hostText: shortened(hostText.slice(host.start, host.end)) });
          const formula = { start: text.length, end: text.length + standsFor.length };
          segments.push({ kind: 'hole', formula, host });
          text += standsFor;
        }
        at = Math.min(end, hole.range.end);
        if (at === hole.range.end) hole = placed[++next];
        continue;
      }
      const to = Math.min(end, hole?.range.start ?? end);
      const own = marked.slice(at, to);
      const formula = { start: text.length, end: text.length + own.length };
      if (piece.kind === 'copy') {
        const host = { start: piece.host.start + at - start, end: piece.host.start + to - start };
        segments.push({ kind: 'copy', formula, host });
      } else {
        segments.push({ kind: 'escape', formula, host: piece.host });
      }
      text += own;
      at = to;
    }
  }
  return { text, segments, holes };
}

function textOf({ role }: PlacedHole, name: string): string {
  switch (role) {
    case 'value':
    case 'comment':
      return name;
    case 'line-of-statements':
      return `// ${name}`;
    case 'statements':
      return '';
  }
}

function hostOffset(parts: readonly Part[], at: number, side: 'start' | 'end'): number {
  const part =
    side === 'start'
      ? parts.find(({ start, end }) => start <= at && at < end)!
      : parts.findLast(({ start, end }) => start < at && at <= end)!;
  const { piece, start } = part;
  if (piece.kind === 'copy') return piece.host.start + at - start;
  return piece.host[side];
}

/**
 * A hole beside which the text stops being a formula: it stands for an operator, half of an expression, or several values. That is so
 * where the error is at the hole, or where a value follows it on its line.
 */
function misfitHole(
  text: string,
  segments: readonly Segment[],
  holes: readonly Hole[],
): Hole | undefined {
  const { diagnostics } = parseFormula({ name: '', text });
  const places = segments.filter(({ kind }) => kind === 'hole').map(({ formula }) => formula);
  for (const { severity, span } of diagnostics) {
    if (severity !== 'error') continue;
    const beginsValue = /^[\w$"(]/.test(text.slice(span.start, span.end));
    const index = places.findIndex(
      ({ start, end }) =>
        (start < span.end && span.start < end) ||
        (beginsValue && end <= span.start && /^[ \t]*$/.test(text.slice(end, span.start))),
    );
    if (index >= 0) return holes[index];
  }
  return undefined;
}
