import type { AutoScaleRun, AutoScaleTargets } from '../../src/evaluator/autoscale-run.js';

/** Numbers for `rand()`: evenly spread, and never the same twice in a row. */
export function draws(): () => number {
  let count = 0;
  return () => (count++ * 0.375) % 1;
}

/** What a target evaluator answers with, of a whole run. */
export function targetsOf({
  results: _results,
  variables: _variables,
  unverified: _unverified,
  ...targets
}: AutoScaleRun): AutoScaleTargets {
  return targets;
}
