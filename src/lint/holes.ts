import type { Diagnostic } from '../base/diagnostics/diagnostic.js';

/**
 * Without the syntax errors in which a hole takes part: it may stand for any text, an operator or a semicolon among them, so that
 * whatever is missing beside it may be in it.
 */
export function withoutHoles(
  diagnostics: readonly Diagnostic[],
  text: string,
  holes: ReadonlySet<string>,
): readonly Diagnostic[] {
  if (holes.size === 0) return diagnostics;
  return diagnostics.filter(({ span }) => {
    const before = text.slice(0, span.start).trimEnd();
    const after = text.slice(span.end).trimStart();
    const within = text.slice(span.start, span.end);
    return ![...holes].some(
      (hole) => within.includes(hole) || before.endsWith(hole) || after.startsWith(hole),
    );
  });
}
