import { xmlAttributes } from '../format/xml.js';
import { findingsOf, type CheckReport } from './check-report.js';

/** Checkstyle's XML, which many tools read. */
export function checkstyleReport(report: CheckReport): string {
  const findings = findingsOf(report);
  const files = report.files.flatMap((file) => {
    const own = findings.filter((each) => each.file === file);
    const errors = own.map(({ diagnostic: { code, severity, message, span } }) => {
      const { line, column } = file.lines.position(span.start);
      const source = `poolscale.${code}`;
      return `    <error${xmlAttributes({ line, column, severity, message, source })}/>`;
    });
    if (errors.length === 0) return [];
    return [`  <file${xmlAttributes({ name: file.path })}>`, ...errors, '  </file>'];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<checkstyle version="4.3">',
    ...files,
    '</checkstyle>',
    '',
  ].join('\n');
}
