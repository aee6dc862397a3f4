import type { Severity } from '../../base/diagnostics/diagnostic.js';
import { rulePageUrl } from '../../lint/rule-page.js';
import { findingsOf, type CheckReport, type PlacedFinding } from './check-report.js';
import { countText } from './count-text.js';
import { summaryLines } from './summary-lines.js';

/** GitHub shows so many annotations of each kind for a step and drops the rest (actions/toolkit#734). */
const shownOfEachKind = 10;

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Workflow commands of GitHub Actions, as many as GitHub shows; says how many more there are. */
export function githubCommands(report: CheckReport): string {
  const findings = findingsOf(report);
  const lines: string[] = [];
  for (const severity of ['error', 'warning', 'info'] as const) {
    const own = findings.filter(({ diagnostic }) => diagnostic.severity === severity);
    lines.push(...own.slice(0, shownOfEachKind).map(commandLine));
    const more = own.length - shownOfEachKind;
    if (more > 0) {
      const word = commands[severity];
      lines.push(
        `${countText(more, word)} more than the ${shownOfEachKind} that GitHub annotates in a step; all are in the text above`,
      );
    }
  }
  return lines.map((line) => `${line}\n`).join('');
}

function commandLine({ file, diagnostic }: PlacedFinding): string {
  const { code, severity, message, help, span } = diagnostic;
  const start = file.lines.position(span.start);
  const end = file.lines.position(span.end);
  const properties = {
    file: file.path,
    line: start.line,
    endLine: end.line,
    // GitHub refuses columns for a range over several lines.
    ...(start.line === end.line && { col: start.column, endColumn: end.column }),
    title: code,
  };
  const text = Object.entries(properties)
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
    .join(',');
  const remedy = help === undefined ? '' : `; ${help}`;
  return `::${commands[severity]} ${text}::${escapedData(message + remedy)}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\s+/g, ' ');
}

/** The report in Markdown, for the summary page of a step. */
export function githubSummary(report: CheckReport): string {
  const rows = findingsOf(report).map(({ file, diagnostic: { code, severity, message, span } }) => {
    const { line, column } = file.lines.position(span.start);
    const rule = `[${code}](${rulePageUrl(code)})`;
    return `| ${severity} | ${cell(file.path)}:${line}:${column} | ${cell(message)} | ${rule} |`;
  });
  const table = ['| level | place | finding | rule |', '| --- | --- | --- | --- |', ...rows, ''];
  return [
    '### Autoscale formulas',
    '',
    ...(rows.length > 0 ? table : []),
    ...summaryLines(report),
    '',
  ].join('\n');
}
