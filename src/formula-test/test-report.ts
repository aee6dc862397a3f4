import type { Diagnostic } from '../base/diagnostics/diagnostic.js';
import type { Span } from '../base/text/source-text.js';
import type { CoverageReport } from './coverage/coverage-report.js';
import type { TestSuite } from './test-suite.js';

/** What a run of several files of tests came to. */
export interface TestReport {
  readonly suites: readonly SuiteReport[];
  /** Files that could not be read as tests. */
  readonly broken: readonly BrokenSuite[];
  readonly counts: TestCounts;
  /** Seconds, by the clock of the caller. */
  readonly duration: number;
  readonly coverage?: CoverageReport;
}

export interface BrokenSuite {
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface SuiteReport {
  readonly suite: TestSuite;
  readonly cases: readonly CaseReport[];
  /** Seconds. */
  readonly duration: number;
}

export interface CaseReport {
  readonly name: string;
  /** Place in the file of tests. */
  readonly span: Span;
  readonly outcome: CaseOutcome;
  /** Seconds. */
  readonly duration: number;
}

export type CaseOutcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'skipped'; readonly reason: string }
  | {
      readonly kind: 'failed';
      readonly failures: readonly Failure[];
      /** Of a property: the smallest history found that fails. */
      readonly counterexample?: Counterexample;
    };

/** One expectation that does not hold. */
export interface Failure {
  /** What was looked at: a variable, `error` or `results`. */
  readonly subject: string;
  readonly expected: string;
  readonly found: string;
  /** Name or number of the step, where a case has several. */
  readonly step?: string;
  /** Place in the file of tests: the case, or its step. */
  readonly span: Span;
  /** The statements that made the value, in the order of the formula. */
  readonly statements: readonly StatementValues[];
}

/** A statement of the formula with what its parts were, the outermost last. */
export interface StatementValues {
  readonly span: Span;
  readonly values: readonly SubValue[];
}

export interface SubValue {
  readonly span: Span;
  /** Offset in the formula under which the value is shown: the operator of an operation, otherwise the beginning. */
  readonly anchor: number;
  readonly value: string;
}

export interface Counterexample {
  /** A case in YAML that fails in the same way; an entry of `cases`. */
  readonly yaml: string;
  readonly seed: string;
  /** How many histories had been tried when the first one failed. */
  readonly runs: number;
  /** How many smaller histories were tried after that. */
  readonly shrinks: number;
}
