import type { Palette } from '../../base/diagnostics/render.js';
import type { ReportedFinding } from './check-report.js';
import { rulePageUrl } from '../../lint/rule-page.js';
import { printable } from '../terminal/text-width.js';
import { findingsOf, type CheckReport, type PlacedFinding } from './check-report.js';
import { codeFrame } from './code-frame.js';
import { summaryLines } from './summary-lines.js';

export interface PrettyOptions {
  readonly palette: Palette;
  /** Whether only findings are printed, without what was not checked and without the counts. */
  readonly quiet: boolean;
}

/** Findings with their lines of the host file and both positions, for people. */
export function prettyReport(report: CheckReport, { palette, quiet }: PrettyOptions): string {
  const blocks = findingsOf(report).map((finding) => findingLines(finding, palette).join('\n'));
  if (!quiet) {
    const notes = noteLines(report, palette);
    if (notes.length > 0) blocks.push(notes.join('\n'));
    blocks.push(summaryLines(report).join('\n'));
  }
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function findingLines(
  { file, formula, diagnostic }: PlacedFinding,
  palette: Palette,
): readonly string[] {
  const { code, severity, message, span, help = '', labels = [], fixes = [] } = diagnostic;
  const paint = palette[severity];
  const { line, column } = file.lines.position(span.start);
  const place = `${file.path}:${line}:${column}`;
  const finding = diagnostic as Partial<ReportedFinding>;
  const inFormula =
    formula === undefined || finding.formulaStart === undefined
      ? ''
      : ` (${printable(formula.address)}, formula ${finding.formulaStart.line}:${finding.formulaStart.column})`;
  const marks = [{ span, text: help }, ...labels.map((each) => ({ ...each, text: each.message }))];
  const footer = fixes.map(({ title, safe, edits }) =>
    safe && edits.length > 0 ? `fix: ${title} (--fix)` : `suggestion: ${title}`,
  );
  if (formula !== undefined) footer.push(`docs: ${rulePageUrl(code)}`);
  return [
    `${paint(`${severity}[${code}]`)}: ${palette.bold(printable(message))}`,
    `${palette.faint('  -->')} ${place}${inFormula}`,
    ...codeFrame(file.lines, marks, paint, palette),
    ...footer.map((text) => `${palette.faint('   =')} ${printable(text)}`),
  ];
}

/** What was found and not checked, and why. */
function noteLines({ files, skipped }: CheckReport, palette: Palette): string[] {
  const note = palette.info('note');
  return [
    ...files.flatMap(({ path, lines, dynamic }) =>
      dynamic.map(({ address, host, reason }) => {
        const { line, column } = lines.position(host.start);
        return `${note}: ${path}:${line}:${column}: ${printable(address)} is not checked: ${printable(reason)}`;
      }),
    ),
    ...skipped.map(({ path, reason }) => `${note}: ${printable(path)} was not read: ${reason}`),
  ];
}
