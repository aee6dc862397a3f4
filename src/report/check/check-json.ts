import type { Position, Span } from '../../base/text/source-text.js';
import { rulePageUrl } from '../../lint/rule-page.js';
import type { CheckReport, FileReport, ReportedFinding } from './check-report.js';
import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';

/** The versioned JSON of `poolscale check`; its schema is schemas/check-report.schema.json. Lines and columns begin at 1, in UTF-16 units. */
export function checkJson({ summary, files }: CheckReport): string {
  const answer = { version: 1, summary, files: files.map(fileJson) };
  return `${JSON.stringify(answer, undefined, 2)}\n`;
}

function fileJson(file: FileReport): Record<string, unknown> {
  const { path, formulas, problems, lines } = file;
  return {
    path,
    formulas: formulas.map(({ address, start, diagnostics }) => ({
      address,
      start: lines.position(start),
      diagnostics: diagnostics.map((each) => findingJson(file, each)),
    })),
    ...(problems.length > 0 && { problems: problems.map((each) => problemJson(file, each)) }),
  };
}

function range({ lines }: FileReport, { start, end }: Span): { start: Position; end: Position } {
  return { start: lines.position(start), end: lines.position(end) };
}

function problemJson(file: FileReport, diagnostic: Diagnostic): Record<string, unknown> {
  const { code, severity, message, span } = diagnostic;
  return { rule: code, severity, message, ...range(file, span) };
}

function findingJson(file: FileReport, finding: ReportedFinding): Record<string, unknown> {
  const { code, formulaStart, fixes = [] } = finding;
  return {
    ...problemJson(file, finding),
    formulaStart,
    fixable: fixes.some(({ safe, edits }) => safe && edits.length > 0),
    url: rulePageUrl(code),
  };
}
