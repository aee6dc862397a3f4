import { printable } from '../terminal/text-width.js';
import { findingsOf, type CheckReport } from './check-report.js';

/**
 * `path:line:column: severity: message [rule]`, one line a finding. This form is frozen: problem matchers read it. Nothing is printed
 * where nothing was found.
 */
export function compactReport(report: CheckReport): string {
  return findingsOf(report)
    .map(({ file, diagnostic: { severity, message, code, span } }) => {
      const { line, column } = file.lines.position(span.start);
      return `${file.path}:${line}:${column}: ${severity}: ${printable(message)} [${code}]\n`;
    })
    .join('');
}
