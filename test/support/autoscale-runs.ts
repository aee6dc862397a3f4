import type { AutoScaleRun } from '../../src/evaluator/autoscale-run.js';

/** Numbers for `rand()`: evenly spread, and never the same twice in a row. */
export function draws(): () => number {
  let count = 0;
  return () => (count++ * 0.375) % 1;
}

/** Every member of a run; those that a planned run works out when they are read are read here. */
export function membersOf(run: AutoScaleRun): AutoScaleRun {
  const { results, variables, unverified } = run;
  return { ...run, results, variables, unverified };
}
