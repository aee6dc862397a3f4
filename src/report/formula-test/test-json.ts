import { createLineTable, type Position } from '../../base/text/source-text.js';
import {
  coveredPercent,
  type FormulaCoverage,
} from '../../formula-test/coverage/coverage-report.js';
import type {
  CaseReport,
  Failure,
  SuiteReport,
  TestReport,
} from '../../formula-test/test-report.js';
import type { TestedFormula, TestSuite } from '../../formula-test/test-suite.js';

/** Place in the file that holds the formula; in the formula where its text does not stand there one by one. */
function placeIn({ host, source, hostOffset }: TestedFormula, offset: number): Position {
  const inHost = hostOffset(offset);
  return inHost === undefined
    ? createLineTable(source.text).position(offset)
    : createLineTable(host.text).position(inHost);
}

function failureJson({ source, formula }: TestSuite, failure: Failure): object {
  const { subject, expected, found, step, span, statements } = failure;
  const textOf = ({ start, end }: { start: number; end: number }): string =>
    formula.source.text.slice(start, end);
  return {
    subject,
    expected,
    found,
    ...(step === undefined ? {} : { step }),
    start: createLineTable(source.text).position(span.start),
    statements: statements.map((statement) => ({
      start: placeIn(formula, statement.span.start),
      text: textOf(statement.span),
      values: statement.values.map(({ span: part, value }) => ({
        start: placeIn(formula, part.start),
        text: textOf(part),
        value,
      })),
    })),
  };
}

function caseJson(suite: TestSuite, { name, span, outcome, duration }: CaseReport): object {
  const head = {
    name,
    status: outcome.kind,
    start: createLineTable(suite.source.text).position(span.start),
    durationSeconds: duration,
  };
  switch (outcome.kind) {
    case 'passed':
      return head;
    case 'skipped':
      return { ...head, reason: outcome.reason };
    case 'failed': {
      const { failures, counterexample } = outcome;
      return {
        ...head,
        failures: failures.map((failure) => failureJson(suite, failure)),
        ...(counterexample === undefined ? {} : { counterexample }),
      };
    }
  }
}

function suiteJson({ suite, cases, duration }: SuiteReport): object {
  return {
    path: suite.source.name,
    formula: suite.formula.host.name,
    durationSeconds: duration,
    cases: cases.map((one) => caseJson(suite, one)),
  };
}

function coverageJson({ formula, nodes, outcomes, gaps }: FormulaCoverage): object {
  return {
    path: formula.host.name,
    percent: coveredPercent({ nodes, outcomes }),
    nodes,
    outcomes,
    gaps: gaps.map(({ kind, span }) => ({
      kind,
      start: placeIn(formula, span.start),
      text: formula.source.text.slice(span.start, span.end),
    })),
  };
}

/** The report for machines; lines and columns count from 1. */
export function testJson({ suites, broken, counts, duration, coverage }: TestReport): string {
  const body = {
    version: 1,
    summary: { files: suites.length + broken.length, ...counts, durationSeconds: duration },
    files: suites.map(suiteJson),
    unreadable: broken.map(({ path, diagnostics }) => ({
      path,
      diagnostics: diagnostics.map(({ code, severity, message, span, source }) => ({
        code,
        severity,
        message,
        ...(source === undefined
          ? {}
          : { start: createLineTable(source.text).position(span.start) }),
      })),
    })),
    ...(coverage === undefined
      ? {}
      : {
          coverage: {
            percent: coveredPercent(coverage),
            nodes: coverage.nodes,
            outcomes: coverage.outcomes,
            formulas: coverage.formulas.map(coverageJson),
          },
        }),
  };
  return `${JSON.stringify(body, undefined, 2)}\n`;
}
