import type { Diagnostic } from '../base/diagnostics/diagnostic.js';
import type { SourceText } from '../base/text/source-text.js';
import type { EmbeddedFormula } from './embedded-formula.js';
import { createSegmentMap } from './segment-map.js';

/**
 * Moves diagnostics of a formula to the file that holds it. A fix that the host cannot hold as it stands (it crosses a hole, or the end
 * of a string) is left out.
 */
export function diagnosticsInHost(
  diagnostics: readonly Diagnostic[],
  formula: EmbeddedFormula,
  host: SourceText,
): readonly Diagnostic[] {
  if (diagnostics.length === 0) return diagnostics;
  const map = createSegmentMap(formula);
  return diagnostics.map(({ labels, fixes, ...rest }) => {
    const own = labels?.map((label) => ({ ...label, span: map.toHost(label.span) }));
    const possible = fixes?.flatMap((fix) => {
      const edits = map.editsToHost(fix.edits);
      return edits === undefined ? [] : [{ ...fix, edits }];
    });
    return {
      ...rest,
      span: map.toHost(rest.span),
      source: host,
      ...(own === undefined ? {} : { labels: own }),
      ...(possible === undefined || possible.length === 0 ? {} : { fixes: possible }),
    };
  });
}
