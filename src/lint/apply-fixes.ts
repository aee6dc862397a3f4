import { applyEdits } from '../base/diagnostics/apply-edits.js';
import type { Diagnostic, TextEdit } from '../base/diagnostics/diagnostic.js';

export interface FixedText {
  readonly text: string;
  /** Fixes that were made. */
  readonly applied: number;
}

function overlaps(a: TextEdit, b: TextEdit): boolean {
  // Two texts put in at one place would come in an order that nobody chose.
  if (a.span.start === b.span.start) return true;
  return a.span.start < b.span.end && b.span.start < a.span.end;
}

/**
 * Makes the first safe fix of each diagnostic, in the order of the text. One that touches a fix already made is left for the next
 * pass, over the changed text.
 */
export function applySafeFixes(text: string, diagnostics: readonly Diagnostic[]): FixedText {
  const accepted: TextEdit[] = [];
  let applied = 0;
  for (const { fixes = [] } of diagnostics) {
    const fix = fixes.find(({ safe, edits }) => safe && edits.length > 0);
    if (fix === undefined) continue;
    if (fix.edits.some((edit) => accepted.some((other) => overlaps(edit, other)))) continue;
    accepted.push(...fix.edits);
    applied++;
  }
  return { text: applyEdits(text, accepted), applied };
}
