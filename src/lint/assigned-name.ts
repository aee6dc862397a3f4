import type { Span } from '../base/text/source-text.js';
import type { AssignedValue } from './flow/flow.js';

const name = /^\$?[A-Za-z_][A-Za-z0-9_]*/;

/** The name that an assignment sets, as written, with its place. */
export function assignedName(
  text: string,
  { statement }: AssignedValue,
): { readonly text: string; readonly span: Span } {
  const { start } = statement.span;
  // A checked assignment begins with its name.
  const [written] = name.exec(text.slice(start))!;
  return { text: written, span: { start, end: start + written.length } };
}
