import { stringify } from 'yaml';

import { createLineTable } from '../../base/text/source-text.js';
import type { CaseReport, TestReport } from '../../formula-test/test-report.js';
import type { TestSuite } from '../../formula-test/test-suite.js';
import { failureDetails, failureMessages } from './failure-text.js';

/** `#` begins a directive in a description. */
function description(...parts: readonly string[]): string {
  return parts.join(': ').replace(/\s+/g, ' ').replace(/[\\#]/g, '\\$&');
}

function block(value: object): string[] {
  const text = stringify(value, { lineWidth: 0 }).trimEnd();
  return ['  ---', ...text.split('\n').map((line) => `  ${line}`), '  ...'];
}

function caseLines(
  suite: TestSuite,
  { name, span, outcome }: CaseReport,
  number: number,
): string[] {
  const text = description(suite.source.name, name);
  switch (outcome.kind) {
    case 'passed':
      return [`ok ${number} - ${text}`];
    case 'skipped':
      return [`ok ${number} - ${text} # SKIP ${description(outcome.reason)}`];
    case 'failed': {
      const { line, column } = createLineTable(suite.source.text).position(span.start);
      const details = {
        message: failureMessages(outcome).join('; '),
        at: { file: suite.source.name, line, column },
        details: failureDetails(suite, outcome).join('\n'),
      };
      return [`not ok ${number} - ${text}`, ...block(details)];
    }
  }
}

/** The report in the Test Anything Protocol, version 14. */
export function tap({ suites, broken }: TestReport): string {
  let number = 0;
  const points = [
    ...suites.flatMap(({ suite, cases }) =>
      cases.flatMap((one) => caseLines(suite, one, ++number)),
    ),
    ...broken.flatMap(({ path, diagnostics }) => [
      `not ok ${++number} - ${description(path)}`,
      ...block({ message: diagnostics.map(({ message }) => message).join('; ') }),
    ]),
  ];
  return ['TAP version 14', `1..${number}`, ...points, ''].join('\n');
}
