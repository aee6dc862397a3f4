import type { Fix } from '../base/diagnostics/diagnostic.js';
import type { Span } from '../base/text/source-text.js';

/** A change of one range. */
export function replace(title: string, span: Span, newText: string, safe: boolean): Fix {
  return { title, edits: [{ span, newText }], safe };
}

/** Text put around a range. */
export function surround(
  title: string,
  { start, end }: Span,
  before: string,
  after: string,
  safe: boolean,
): Fix {
  return {
    title,
    edits: [
      { span: { start, end: start }, newText: before },
      { span: { start: end, end }, newText: after },
    ],
    safe,
  };
}
