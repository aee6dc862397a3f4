import type { Severity } from '../../base/diagnostics/diagnostic.js';
import { findingsOf, type CheckReport, type ReportedFinding } from './check-report.js';

const severities: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
};

/** The part of the Code Climate format that GitLab reads (https://docs.gitlab.com/ci/testing/code_quality/). */
export function gitlabReport(report: CheckReport): string {
  const issues = findingsOf(report).map(({ file, diagnostic }) => {
    const { code, severity, message, span } = diagnostic;
    const { fingerprint = `${file.path} ${code}` } = diagnostic as Partial<ReportedFinding>;
    return {
      description: message,
      check_name: code,
      fingerprint,
      severity: severities[severity],
      location: {
        path: file.path,
        lines: {
          begin: file.lines.position(span.start).line,
          end: file.lines.position(span.end).line,
        },
      },
    };
  });
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}
