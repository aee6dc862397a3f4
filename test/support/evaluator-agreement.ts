import { expect } from 'vitest';

import {
  compileFormula,
  type CompiledFormula,
  type CompileOptions,
} from '../../src/evaluator/compile-formula.js';
import type { PoolView } from '../../src/evaluator/pool-view.js';
import type { Profile } from '../../src/profile/profile.js';
import { draws, targetsOf } from './autoscale-runs.js';

/** The formula for every way to evaluate it, the interpreter first; none where the service would refuse it. */
function compiled(text: string, options: CompileOptions): readonly CompiledFormula[] {
  const ways: readonly CompileOptions[] = [
    { evaluator: 'interpreter' },
    { evaluator: 'plan', codeGeneration: 'always' },
    { evaluator: 'plan', codeGeneration: 'never' },
  ];
  return ways.flatMap((way) => {
    const { value } = compileFormula({ name: 'f', text }, { ...options, ...way });
    return value === undefined ? [] : [value];
  });
}

/** Evaluates two pools in turn, so that nothing stays of the first; true where the formula compiles. */
export function agree(text: string, both: readonly PoolView[], settings?: Profile): boolean {
  const [first, ...others] = compiled(text, settings === undefined ? {} : { profile: settings });
  if (first === undefined) return false;
  const expected = both.map(first.createEvaluator(draws()));
  for (const { createEvaluator, createTargetEvaluator } of others) {
    // All runs first: none may depend on the state of the one after it.
    expect(both.map(createEvaluator(draws()))).toEqual(expected);
    expect(both.map(createTargetEvaluator(draws()))).toEqual(expected.map(targetsOf));
  }
  return true;
}
