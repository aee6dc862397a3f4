import { expect } from 'vitest';

import type { AutoScaleRun } from '../../src/evaluator/autoscale-run.js';
import { compileFormula, type CompileOptions } from '../../src/evaluator/compile-formula.js';
import type { PoolView } from '../../src/evaluator/pool-view.js';
import type { Profile } from '../../src/profile/profile.js';
import { draws, membersOf } from './autoscale-runs.js';

type Evaluator = (view: PoolView) => AutoScaleRun;

/** Every way to evaluate a formula, the interpreter first; none where the service would refuse it. */
function evaluators(text: string, options: CompileOptions): readonly (() => Evaluator)[] {
  const compile = (more: CompileOptions) =>
    compileFormula({ name: 'f', text }, { ...options, ...more }).value;
  const interpreted = compile({ evaluator: 'interpreter' });
  if (interpreted === undefined) return [];
  const code = compile({ evaluator: 'plan', codeGeneration: 'always' })!;
  const closures = compile({ evaluator: 'plan', codeGeneration: 'never' })!;
  return [
    () => interpreted.createEvaluator(draws()),
    () => code.createEvaluator(draws()),
    () => closures.createEvaluator(draws()),
    () => code.createTargetEvaluator(draws()),
    () => closures.createTargetEvaluator(draws()),
  ];
}

/** Evaluates two pools in turn, so that nothing stays of the first; true where the formula compiles. */
export function agree(text: string, both: readonly PoolView[], settings?: Profile): boolean {
  const [first, ...others] = evaluators(text, settings === undefined ? {} : { profile: settings });
  if (first === undefined) return false;
  const expected = both.map(first());
  for (const other of others) {
    const evaluate = other();
    // All runs first: no run may depend on the state of the one after it.
    const runs = both.map((view) => evaluate(view));
    expect(runs.map(membersOf)).toEqual(expected);
  }
  return true;
}
