import type { TextEdit } from '../base/diagnostics/diagnostic.js';
import type { EmbeddedFormula } from './embedded-formula.js';

/**
 * The edit of the host that gives a formula a new text, in which each hole keeps its name once and in order. White space at either end
 * of the text belongs to the layout of the host and stays. Undefined where the literal cannot hold the text, or is put together from
 * several.
 */
export function rewriteFormula(
  formula: EmbeddedFormula,
  newText: string,
  hostText: string,
): TextEdit | undefined {
  const { text, segments, encode } = formula;
  const first = text.length - text.trimStart().length;
  const last = text.trimEnd().length;
  const core = segments.filter((each) => each.formula.start < last && first < each.formula.end);
  const [head] = core;
  const tail = core.at(-1);
  if (head === undefined || tail === undefined || !isOneLiteral(formula, hostText))
    return undefined;
  const start =
    head.host.start + (head.kind === 'copy' ? Math.max(0, first - head.formula.start) : 0);
  const end = tail.host.end - (tail.kind === 'copy' ? Math.max(0, tail.formula.end - last) : 0);
  let written = '';
  let rest = newText.trim();
  for (const segment of segments) {
    if (segment.kind !== 'hole') continue;
    const standsFor = text.slice(segment.formula.start, segment.formula.end);
    const [before, after, ...more] = standsFor === '' ? [] : splitAt(rest, standsFor);
    if (before === undefined || after === undefined || more.length > 0) return undefined;
    // The hole follows on the same line, so a line that begins before it gets its indentation.
    const encoded = encode(`${before}x`)?.slice(0, -1);
    if (encoded === undefined) return undefined;
    written += encoded + hostText.slice(segment.host.start, segment.host.end);
    rest = after;
  }
  const encoded = encode(rest);
  return encoded === undefined ? undefined : { span: { start, end }, newText: written + encoded };
}

/** Splits at the name of a hole, which is a whole word. */
function splitAt(text: string, standsFor: string): readonly string[] {
  return text.split(new RegExp(`${standsFor.replace(/[/$]/g, '\\$&')}(?![A-Za-z0-9_])`));
}

/** Whether the gaps between segments are indentation: parts of an expression have operators and quotes between them. */
function isOneLiteral({ segments }: EmbeddedFormula, hostText: string): boolean {
  return segments.every(({ host }, index) => {
    const before = segments[index - 1];
    if (before === undefined) return true;
    return /^[ \t>]*$/.test(hostText.slice(before.host.end, host.start));
  });
}
