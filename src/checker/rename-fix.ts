import type { Diagnostic } from '../base/diagnostics/diagnostic.js';
import type { SourceText, Span } from '../base/text/source-text.js';

/** What a diagnostic of an unknown name carries beside its message: its source, and the nearest name as a suggestion. */
export function renameExtras(
  source: SourceText,
  span: Span,
  nearest: string | undefined,
): Pick<Diagnostic, 'source' | 'fixes'> {
  if (nearest === undefined) return { source };
  const edits = [{ span, newText: nearest }];
  return { source, fixes: [{ title: `write ${nearest}`, edits, safe: false }] };
}
