import type { Diagnostic, TextEdit } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import { createLineTable, type SourceText, type Span } from '../../base/text/source-text.js';
import { createOffsetMap, type OffsetMap } from './offset-map.js';

function mappedSpan(map: OffsetMap, span: Span): Span | undefined {
  const start = map(span.start);
  const end = map(span.end);
  return start === undefined || end === undefined
    ? undefined
    : { start, end: Math.max(start, end) };
}

function mappedEdits(map: OffsetMap, edits: readonly TextEdit[]): TextEdit[] | undefined {
  const result: TextEdit[] = [];
  for (const { span, newText } of edits) {
    const mapped = mappedSpan(map, span);
    // The text of a fix would need the quoting of the host where it has several lines or quotes.
    if (mapped === undefined || /["'\\\n]/.test(newText)) return undefined;
    result.push({ span: mapped, newText });
  }
  return result;
}

/**
 * Moves the diagnostics of an inline formula to the file that holds it. Where its text does not stand in the file character
 * by character (folded blocks), they point at its beginning and the message has the line and column inside the formula.
 */
export function diagnosticsInHost(
  diagnostics: readonly Diagnostic[],
  formula: SourceText,
  host: TextDocument,
  path: DocumentPath,
): Diagnostic[] {
  const { source } = host;
  const scalar = host.scalarAt(path);
  const map: OffsetMap =
    scalar === undefined ? () => undefined : createOffsetMap(source.text, scalar);
  const lines = createLineTable(formula.text);
  const { start } = host.spanOf(path);
  return diagnostics.map((diagnostic) => {
    const { labels, fixes, ...rest } = diagnostic;
    const span = mappedSpan(map, diagnostic.span);
    if (span === undefined) {
      const { line, column } = lines.position(diagnostic.span.start);
      const message = `${diagnostic.message} (line ${line}, column ${column} of the formula)`;
      return { ...rest, message, span: { start, end: start + 1 }, source };
    }
    const mappedLabels = (labels ?? []).flatMap((label) => {
      const labelSpan = mappedSpan(map, label.span);
      return labelSpan === undefined ? [] : [{ ...label, span: labelSpan }];
    });
    const mappedFixes = (fixes ?? []).flatMap((fix) => {
      const edits = mappedEdits(map, fix.edits);
      return edits === undefined ? [] : [{ ...fix, edits }];
    });
    return {
      ...rest,
      span,
      source,
      ...(mappedLabels.length === 0 ? {} : { labels: mappedLabels }),
      ...(mappedFixes.length === 0 ? {} : { fixes: mappedFixes }),
    };
  });
}
