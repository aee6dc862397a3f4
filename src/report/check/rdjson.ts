import type { Fix, Severity } from '../../base/diagnostics/diagnostic.js';
import type { Span } from '../../base/text/source-text.js';
import { rulePageUrl } from '../../lint/rule-page.js';
import { findingsOf, type CheckReport, type FileReport } from './check-report.js';
import { homepage } from './homepage.js';

const severities: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
};

/** Reviewdog Diagnostic Format, whose columns count bytes of UTF-8 (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf). */
export function rdjsonReport(report: CheckReport): string {
  const diagnostics = findingsOf(report).map(({ file, formula, diagnostic }) => {
    const { code, severity, message, help, span, fixes = [] } = diagnostic;
    const suggestions = fixes.flatMap((fix) => suggestion(file, fix));
    return {
      message: help === undefined ? message : `${message}; ${help}`,
      location: { path: file.path, range: range(file, span) },
      severity: severities[severity],
      code: { value: code, ...(formula !== undefined && { url: rulePageUrl(code) }) },
      ...(suggestions.length > 0 && { suggestions }),
    };
  });
  const result = { source: { name: 'poolscale', url: homepage }, diagnostics };
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

/** Suggestions are shown one by one, so a fix of several edits, of which one alone means nothing, has none. */
function suggestion(file: FileReport, { edits }: Fix): { range: unknown; text: string }[] {
  const [edit] = edits;
  if (edit === undefined || edits.length > 1) return [];
  return [{ range: range(file, edit.span), text: edit.newText }];
}

function range(file: FileReport, { start, end }: Span): { start: unknown; end: unknown } {
  return { start: bytePosition(file, start), end: bytePosition(file, end) };
}

function bytePosition({ lines }: FileReport, offset: number): { line: number; column: number } {
  const { line, column } = lines.position(offset);
  const before = lines.lineText(line).slice(0, column - 1);
  return { line, column: new TextEncoder().encode(before).length + 1 };
}
