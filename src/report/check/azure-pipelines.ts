import type { Severity } from '../../base/diagnostics/diagnostic.js';
import { findingsOf, type CheckReport, type PlacedFinding } from './check-report.js';
import { summaryLines } from './summary-lines.js';

const types: Readonly<Record<Severity, string | undefined>> = {
  error: 'error',
  warning: 'warning',
  // The command knows no third level.
  info: undefined,
};

/** https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands: `%` is escaped as `%AZP25`. */
function escapedData(text: string): string {
  return text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(']', '%5D').replaceAll(';', '%3B');
}

/** Logging commands of Azure Pipelines. `root` is the working directory: Azure asks for absolute paths. */
export function azurePipelinesCommands(report: CheckReport, root: string): string {
  const lines = findingsOf(report).map((finding) => commandLine(finding, root));
  return [...lines, ...summaryLines(report)].map((line) => `${line}\n`).join('');
}

function commandLine({ file, diagnostic }: PlacedFinding, root: string): string {
  const { code, severity, message, help, span } = diagnostic;
  const { line, column } = file.lines.position(span.start);
  const text = help === undefined ? message : `${message}; ${help}`;
  const type = types[severity];
  if (type === undefined) return `${file.path}:${line}:${column}: ${severity}: ${text} [${code}]`;
  const path = /^(?:\/|[A-Za-z]:)/.test(file.path) ? file.path : `${root}/${file.path}`;
  const properties = { type, sourcepath: path, linenumber: line, columnnumber: column, code };
  const list = Object.entries(properties)
    .map(([name, value]) => `${name}=${escapedProperty(String(value))};`)
    .join('');
  return `##vso[task.logissue ${list}]${escapedData(text)}`;
}
