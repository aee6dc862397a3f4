import type { TextEdit } from '../base/diagnostics/diagnostic.js';
import type { Span } from '../base/text/source-text.js';
import type { EmbeddedFormula, Segment } from './embedded-formula.js';

/** Translates between offsets of a formula and offsets of the file that holds it. */
export interface SegmentMap {
  /** The range of the host that stands for a range of the formula: whole escapes and holes, without the gaps at either end. */
  toHost(span: Span): Span;
  /** The offset of the formula at an offset of the host; undefined outside the formula and in text that is no part of it. */
  toFormula(hostOffset: number): number | undefined;
  /**
   * The same edits in the host, escaped as its literal needs; undefined where an edit crosses a gap or a hole, or where the literal
   * cannot hold the new text.
   */
  editsToHost(edits: readonly TextEdit[]): readonly TextEdit[] | undefined;
}

export function createSegmentMap(formula: EmbeddedFormula): SegmentMap {
  const segments = formula.segments.filter(({ formula: { start, end } }) => start < end);
  const { host } = formula;

  /** The last segment that starts at or before an offset of the formula. */
  const segmentAt = (offset: number): Segment | undefined => {
    let low = 0;
    let high = segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (segments[middle]!.formula.start <= offset) low = middle;
      else high = middle - 1;
    }
    return segments[low];
  };
  const startInHost = (offset: number): number => {
    const segment = segmentAt(offset);
    if (segment === undefined) return host.start;
    if (offset >= segment.formula.end) return segment.host.end;
    if (segment.kind !== 'copy') return segment.host.start;
    return segment.host.start + offset - segment.formula.start;
  };
  const endInHost = (offset: number): number => {
    const segment = segmentAt(offset - 1);
    if (segment === undefined) return host.start;
    if (segment.kind !== 'copy') return segment.host.end;
    return Math.min(segment.host.end, segment.host.start + offset - segment.formula.start);
  };
  const toHost = ({ start, end }: Span): Span => {
    const hostStart = startInHost(start);
    return { start: hostStart, end: start >= end ? hostStart : endInHost(end) };
  };

  return {
    toHost,
    toFormula(hostOffset) {
      let found: number | undefined;
      for (const { kind, formula: range, host: place } of segments) {
        if (hostOffset < place.start || hostOffset > place.end) continue;
        const offset = kind === 'copy' ? range.start + hostOffset - place.start : range.start;
        if (hostOffset < place.end) return offset;
        found = kind === 'copy' ? offset : range.end;
      }
      return found;
    },
    editsToHost(edits) {
      const result: TextEdit[] = [];
      for (const edit of edits) {
        const inHost = editInHost(formula, segments, { startInHost, endInHost }, edit);
        if (inHost === undefined) return undefined;
        result.push(inHost);
      }
      return result;
    },
  };
}

interface Places {
  /** Host place of what follows an offset of the formula: after the indentation of a line. */
  readonly startInHost: (offset: number) => number;
  /** Host place of what precedes an offset of the formula: before the indentation of a line. */
  readonly endInHost: (offset: number) => number;
}

function editInHost(
  formula: EmbeddedFormula,
  segments: readonly Segment[],
  { startInHost, endInHost }: Places,
  { span, newText }: TextEdit,
): TextEdit | undefined {
  const { text, encode } = formula;
  const { start, end } = span;
  const indented = isIndented(formula);
  if (!isEditable(segments, span, indented) || joinsInterpolation(text, span, newText))
    return undefined;
  if (!indented) {
    const encoded = encode(newText);
    const hostStart = startInHost(start);
    const hostEnd = start === end ? hostStart : endInHost(end);
    return encoded === undefined
      ? undefined
      : { span: { start: hostStart, end: hostEnd }, newText: encoded };
  }
  if (end < text.length) {
    // What follows stays on the line where the new text ends, so a line that the new text begins gets its indentation too.
    const encoded = encode(`${newText}x`);
    if (encoded === undefined) return undefined;
    const emptiesLine =
      /(?:^|\n)$/.test(text.slice(0, start) + newText) && /^\r?\n/.test(text.slice(end));
    // A line that becomes empty loses its indentation too: in some hosts it would be part of the text.
    if (emptiesLine && (newText !== '' || start === 0)) return undefined;
    const hostSpan = {
      start: emptiesLine ? endInHost(start) : startInHost(start),
      end: startInHost(end),
    };
    // A blank line has no indentation; it needs one when text comes to it.
    const wasBlank = text[start - 1] === '\n' && startInHost(start) === endInHost(start);
    const staysBlank = /^\r?\n/.test(newText + text.slice(end));
    const indent = wasBlank && !staysBlank ? indentOf(formula) : '';
    return { span: hostSpan, newText: indent + encoded.slice(0, -1) };
  }
  // After the last line comes the end mark of the literal, which must stay on a line of its own.
  const result = text.slice(0, start) + newText;
  if (result.endsWith('\n') !== text.endsWith('\n') || newText.endsWith('\n\n')) return undefined;
  const atLineStart = start > 0 && text[start - 1] === '\n';
  if (start === 0 && newText === '') return undefined;
  const encoded = encode(atLineStart && newText !== '' ? `\n${newText}` : newText);
  if (encoded === undefined) return undefined;
  const hostSpan = {
    start: atLineStart ? endInHost(start) : startInHost(start),
    end: endInHost(end),
  };
  return {
    span: hostSpan,
    newText: atLineStart && newText !== '' ? encoded.slice(encoded.indexOf('\n') + 1) : encoded,
  };
}

/** Whether an edit brings a `$` or `%` and a brace together, which begins an interpolation in several hosts. */
function joinsInterpolation(text: string, { start, end }: Span, newText: string): boolean {
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  return (
    (/[$%]/.test(before) && /^[$%{]/.test(newText + after)) ||
    (/[$%]$/.test(newText) && /[$%{]/.test(after))
  );
}

/** The indentation that a literal gives to a line. */
function indentOf({ encode }: EmbeddedFormula): string {
  return /[ \t]*(?=x$)/.exec(encode('\nx') ?? '')?.[0] ?? '';
}

/** Whether the gaps of a literal are the indentation of its lines. */
function isIndented({ encode }: EmbeddedFormula): boolean {
  return /\n[ \t]+x$/.test(encode('\nx') ?? '');
}

/** Whether the host stands for a range without a hole, and without a gap that is more than the indentation of a line. */
function isEditable(
  segments: readonly Segment[],
  { start, end }: Span,
  indented: boolean,
): boolean {
  if (segments.length === 0) return false;
  const touched = segments.filter(({ formula }) => formula.start < end && start < formula.end);
  return touched.every(
    ({ kind, formula, host }, index) =>
      kind !== 'hole' &&
      // Half of an escape cannot be replaced.
      (kind === 'copy' || (start <= formula.start && formula.end <= end)) &&
      (indented || index === 0 || touched[index - 1]!.host.end === host.start),
  );
}
