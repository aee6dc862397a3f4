/**
 * What a pretty printer lays out (after Wadler, "A prettier printer"): texts, places where a line may end, and groups that
 * are printed on one line when they fit. `hard` tells that a line certainly ends inside.
 */
export type Document =
  | { readonly kind: 'text'; readonly text: string; readonly hard: false }
  /** Printed as it is, but it takes no part in the measure of a line: a long comment breaks no code. */
  | { readonly kind: 'comment'; readonly text: string; readonly hard: false }
  /** `flat` in a group that fits, otherwise the end of a line. */
  | { readonly kind: 'line'; readonly flat: '' | ' '; readonly hard: boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly Document[]; readonly hard: boolean }
  | { readonly kind: 'indent'; readonly content: Document; readonly hard: boolean }
  | { readonly kind: 'group'; readonly content: Document; readonly hard: boolean };

export const space: Document = text(' ');
/** A space, or the end of a line. */
export const line: Document = { kind: 'line', flat: ' ', hard: false };
/** Nothing, or the end of a line. */
export const softLine: Document = { kind: 'line', flat: '', hard: false };
/** The end of a line in any case; every group around it breaks. */
export const hardLine: Document = { kind: 'line', flat: '', hard: true };

export function text(content: string): Document {
  return { kind: 'text', text: content, hard: false };
}

export function comment(content: string): Document {
  return { kind: 'comment', text: content, hard: false };
}

export function sequence(parts: readonly Document[]): Document {
  return { kind: 'sequence', parts, hard: parts.some(({ hard }) => hard) };
}

/** One level deeper for the lines that begin inside. */
export function indent(...parts: readonly Document[]): Document {
  const content = sequence(parts);
  return { kind: 'indent', content, hard: content.hard };
}

/** On one line where it fits; otherwise each of its own lines ends, and the groups inside are tried in turn. */
export function group(...parts: readonly Document[]): Document {
  const content = sequence(parts);
  return { kind: 'group', content, hard: content.hard };
}
