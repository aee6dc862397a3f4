import type { CoverageCollector } from '../coverage/coverage-collector.js';
import type { CaseOutcome, CaseReport, SuiteReport, TestCounts } from '../test-report.js';
import type { TestCase, TestSuite } from '../test-suite.js';
import { runEvaluations, type CaseContext } from './run-case.js';
import { runProperty } from './run-property.js';

export interface RunSuiteOptions {
  /** Which cases run, by name; the others are not in the report. All by default. */
  readonly selects?: (name: string) => boolean;
  /** Seed of properties in place of the file's own. */
  readonly seed?: string | undefined;
  /** Number of histories of each property in place of the file's. */
  readonly runs?: number | undefined;
  readonly coverage?: CoverageCollector | undefined;
  /** Seconds of some clock, for the durations of the report; absent, they are 0. */
  readonly clock?: () => number;
}

function runCase(
  context: CaseContext,
  one: TestCase,
  { seed = context.seed, runs }: RunSuiteOptions,
): CaseOutcome | Promise<CaseOutcome> {
  if (one.todo !== undefined) return { kind: 'skipped', reason: one.todo };
  if (one.kind === 'evaluations') return runEvaluations(context, one);
  return runProperty(context, one, seed, runs ?? one.runs);
}

/** Runs the cases of one file in their order. */
export async function runSuite(
  suite: TestSuite,
  options: RunSuiteOptions = {},
): Promise<SuiteReport> {
  const { selects = () => true, clock = () => 0, coverage } = options;
  const begin = clock();
  const { formula, seed } = suite;
  const context: CaseContext = { formula, seed, observe: coverage?.observerOf(formula) };
  const cases: CaseReport[] = [];
  for (const one of suite.cases) {
    const { name, span } = one;
    if (!selects(name)) continue;
    const start = clock();
    const outcome = await runCase(context, one, options);
    cases.push({ name, span, outcome, duration: clock() - start });
  }
  return { suite, cases, duration: clock() - begin };
}

export function countOutcomes(suites: readonly SuiteReport[]): TestCounts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { cases } of suites) {
    for (const { outcome } of cases) counts[outcome.kind]++;
  }
  return counts;
}
