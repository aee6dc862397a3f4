import type { Diagnostic } from '../base/diagnostics/diagnostic.js';
import type { SourceText } from '../base/text/source-text.js';
import { extractDiagnostic } from './extract-diagnostics.js';
import type { FoundValue } from './literal/host-literal.js';

/** One error for each literal in which a shell replaces names of the formula, at the first of them. */
export function shellProblems(
  source: SourceText,
  found: readonly FoundValue[],
  escape: (name: string) => string,
): readonly Diagnostic[] {
  const reported = new Set<number>();
  return found.flatMap(({ value }) => {
    const span = value.kind === 'literal' ? value.expanded?.[0] : undefined;
    if (span === undefined || reported.has(span.start)) return [];
    reported.add(span.start);
    const name = source.text.slice(span.start, span.end);
    return [
      extractDiagnostic('shell-expansion', span, { name, escaped: escape(name) }, { source }),
    ];
  });
}
