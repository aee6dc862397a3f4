import type { Palette } from '../../base/diagnostics/render.js';
import type { CaseReport, SuiteReport, TestReport } from '../../formula-test/test-report.js';
import type { TestSuite } from '../../formula-test/test-suite.js';
import { coverageLines } from './coverage-lines.js';
import { failureDetails } from './failure-text.js';

export interface PrettyOptions {
  readonly palette: Palette;
  /** Name the cases that passed as well. */
  readonly verbose?: boolean;
}

function caseLines(
  suite: TestSuite,
  { name, outcome }: CaseReport,
  { palette, verbose = false }: PrettyOptions,
): string[] {
  switch (outcome.kind) {
    case 'passed':
      return verbose ? [`  ${palette.faint('pass')} ${name}`] : [];
    case 'skipped':
      return [`  ${palette.warning('skip')} ${name} (todo: ${outcome.reason})`];
    case 'failed': {
      return [
        `  ${palette.error('FAIL')} ${palette.bold(name)}`,
        ...failureDetails(suite, outcome).map((line) => `    ${line}`),
      ];
    }
  }
}

function suiteLines({ suite, cases }: SuiteReport, options: PrettyOptions): string[] {
  const { palette } = options;
  const failed = cases.some(({ outcome }) => outcome.kind === 'failed');
  const mark = failed ? palette.error('FAIL') : palette.faint('pass');
  const count = `${cases.length} ${cases.length === 1 ? 'case' : 'cases'}`;
  return [
    `${mark} ${suite.source.name} ${palette.faint(`(${count})`)}`,
    ...cases.flatMap((one) => caseLines(suite, one, options)),
  ];
}

/** The report for people; diagnostics of files that could not be read are printed apart. */
export function prettyTestReport(report: TestReport, options: PrettyOptions): string {
  const { counts, suites, broken, duration, coverage } = report;
  const { palette } = options;
  const files = suites.length + broken.length;
  const unread = broken.length === 0 ? '' : `, ${palette.error(`${broken.length} not readable`)}`;
  const failed = `${counts.failed} failed`;
  const summary =
    `${counts.passed} passed, ${counts.failed > 0 ? palette.error(failed) : failed}, ${counts.skipped} skipped ` +
    `in ${files} ${files === 1 ? 'file' : 'files'}${unread} (${duration.toFixed(2)} s)`;
  return [
    ...suites.filter(({ cases }) => cases.length > 0).flatMap((one) => suiteLines(one, options)),
    ...(coverage === undefined ? [] : ['', ...coverageLines(coverage, palette)]),
    '',
    summary,
  ]
    .map((line) => `${line}\n`)
    .join('');
}
