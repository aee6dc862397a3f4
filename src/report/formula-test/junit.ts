import { createLineTable } from '../../base/text/source-text.js';
import type {
  BrokenSuite,
  CaseReport,
  SuiteReport,
  TestReport,
} from '../../formula-test/test-report.js';
import type { TestSuite } from '../../formula-test/test-suite.js';
import { xmlAttributes, xmlText } from '../format/xml.js';
import { failureDetails, failureMessages } from './failure-text.js';

function content(lines: readonly string[]): string {
  return lines.map((line) => xmlText(line)).join('\n');
}

function seconds(duration: number): string {
  return duration.toFixed(3);
}

function caseElement(suite: TestSuite, { name, span, outcome, duration }: CaseReport): string[] {
  const { line } = createLineTable(suite.source.text).position(span.start);
  const { name: path } = suite.source;
  const head = xmlAttributes({ name, classname: path, file: path, line, time: seconds(duration) });
  switch (outcome.kind) {
    case 'passed':
      return [`    <testcase${head}/>`];
    case 'skipped':
      return [
        `    <testcase${head}>`,
        `      <skipped${xmlAttributes({ message: outcome.reason })}/>`,
        '    </testcase>',
      ];
    case 'failed': {
      const message = failureMessages(outcome).join('; ');
      return [
        `    <testcase${head}>`,
        `      <failure${xmlAttributes({ message, type: 'expectation' })}>${content(failureDetails(suite, outcome))}</failure>`,
        '    </testcase>',
      ];
    }
  }
}

function suiteElement({ suite, cases, duration }: SuiteReport): string[] {
  const count = (kind: CaseReport['outcome']['kind']): number =>
    cases.filter(({ outcome }) => outcome.kind === kind).length;
  const head = xmlAttributes({
    name: suite.source.name,
    tests: cases.length,
    failures: count('failed'),
    errors: 0,
    skipped: count('skipped'),
    time: seconds(duration),
  });
  return [
    `  <testsuite${head}>`,
    ...cases.flatMap((one) => caseElement(suite, one)),
    '  </testsuite>',
  ];
}

function brokenElement({ path, diagnostics }: BrokenSuite): string[] {
  const head = xmlAttributes({
    name: path,
    tests: 1,
    failures: 0,
    errors: 1,
    skipped: 0,
    time: '0.000',
  });
  const lines = diagnostics.map(({ message, span, source }) => {
    if (source === undefined) return message;
    const { line, column } = createLineTable(source.text).position(span.start);
    return `${source.name}:${line}:${column}: ${message}`;
  });
  const error = xmlAttributes({ message: lines[0] ?? '', type: 'unreadable' });
  return [
    `  <testsuite${head}>`,
    `    <testcase${xmlAttributes({ name: 'file', classname: path, file: path, time: '0.000' })}>`,
    `      <error${error}>${content(lines)}</error>`,
    '    </testcase>',
    '  </testsuite>',
  ];
}

/** The report in the JUnit XML that pipelines show (the schema of Jenkins' xUnit plug-in, with file and line). */
export function junit({ suites, broken, counts, duration }: TestReport): string {
  const head = xmlAttributes({
    name: 'poolscale',
    tests: counts.passed + counts.failed + counts.skipped + broken.length,
    failures: counts.failed,
    errors: broken.length,
    skipped: counts.skipped,
    time: seconds(duration),
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${head}>`,
    ...suites.flatMap(suiteElement),
    ...broken.flatMap(brokenElement),
    '</testsuites>',
    '',
  ].join('\n');
}
