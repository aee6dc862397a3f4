import { createRandomStream } from '../../base/random/random-stream.js';
import { counterexampleYaml } from '../counterexample-yaml.js';
import type { CaseOutcome } from '../test-report.js';
import type { EvaluationStep, TestCase } from '../test-suite.js';
import { historyArbitrary, type DrawnHistory } from './history-arbitrary.js';
import { runStep, type CaseContext } from './run-case.js';

type Property = Extract<TestCase, { kind: 'property' }>;

/** The seed of fast-check, a 32-bit number; cases of a file draw independently of each other. */
function seedNumber(seed: string, name: string): number {
  return Math.floor(createRandomStream(seed, `test/forAll/${name}`).uniform(0) * 4_294_967_296) | 0;
}

function withHistory(step: EvaluationStep, { series, pool }: DrawnHistory): EvaluationStep {
  return {
    ...step,
    series: new Map([...step.series, ...series]),
    pool: { ...step.pool, ...pool },
  };
}

/** Tries `runs` histories within the ranges of a property, and shrinks the first one that fails. */
export async function runProperty(
  context: CaseContext,
  one: Property,
  seed: string,
  runs: number,
): Promise<CaseOutcome> {
  if (context.formula.compiled.value === undefined) {
    // Refused whatever the history.
    const failures = runStep(context, one.step);
    return failures.length === 0 ? { kind: 'passed' } : { kind: 'failed', failures };
  }
  // Loaded here, because most runs have no property and the package is large.
  const fc = await import('fast-check');
  let crash: { readonly error: unknown } | undefined;
  const holds = (drawn: DrawnHistory): boolean => {
    if (crash !== undefined) return false;
    try {
      return runStep(context, withHistory(one.step, drawn)).length === 0;
    } catch (error) {
      // An error of our own is no counterexample: fast-check would shrink it.
      crash = { error };
      return false;
    }
  };
  const details = fc.check(fc.property(historyArbitrary(fc, one.forAll), holds), {
    seed: seedNumber(seed, one.name),
    numRuns: runs,
  });
  if (crash !== undefined) throw crash.error;
  if (!details.failed || details.counterexample === null) return { kind: 'passed' };
  const step = withHistory(one.step, details.counterexample[0]);
  return {
    kind: 'failed',
    failures: runStep(context, step),
    counterexample: {
      yaml: counterexampleYaml(one.name, step),
      seed,
      runs: details.numRuns,
      shrinks: details.numShrinks,
    },
  };
}
