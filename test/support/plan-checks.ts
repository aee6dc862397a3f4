import { deepStrictEqual } from 'node:assert/strict';

import fc, { type Arbitrary } from 'fast-check';

import type { TypedProgram } from '../../src/checker/typed-program.js';
import { compileFormula } from '../../src/evaluator/compile-formula.js';
import type { PoolView } from '../../src/evaluator/pool-view.js';
import { profileWith, type Profile } from '../../src/profile/profile.js';
import { casesIn, viewOf } from '../conformance/run-case.js';
import { draws, targetsOf } from './autoscale-runs.js';
import { plainText, programTokens } from './formula-arbitrary.js';
import type * as PlanUnderTest from './plan-under-test.js';
import type { PlanCheck } from './plan-check.js';
import { structureChecks } from './plan-structure.js';
import { poolView } from './pool-view-arbitrary.js';
import { profile, programText } from './program-arbitrary.js';

function programOf(text: string, settings: Profile): TypedProgram | undefined {
  return compileFormula({ name: 'f', text }, { profile: settings }).value?.program;
}

/** That both back ends, for whole runs and for targets, answer as the interpreter did when the check was made. */
function agreement(
  name: string,
  interpreter: typeof PlanUnderTest,
  program: TypedProgram,
  views: readonly PoolView[],
): PlanCheck {
  const random = draws();
  const expected = views.map((view) => interpreter.evaluateProgram(program, view, random));
  return {
    name,
    run: ({ createPlan }) => {
      for (const codeGeneration of ['always', 'never'] as const) {
        const plan = createPlan(program, codeGeneration);
        // All runs first: none may depend on the state of the one after it.
        const runs = views.map(plan.createEvaluator(draws()));
        deepStrictEqual(runs, expected, name);
        const targets = views.map(plan.createTargetEvaluator(draws()));
        deepStrictEqual(targets, expected.map(targetsOf), name);
      }
    },
  };
}

/** What random programs seldom come to. */
export const rareFormulas: readonly string[] = [
  'b = 0 ? time() : "a"; x = b.hour;',
  'd = 3; i = 2 * d * TimeInterval_Minute; j = i * 0.5; k = i / TimeInterval_Minute;',
  'x = y; y = 1;',
  'x = x;',
  'b = 0 ? time() : 2.6; x = round(b, 1.2);',
];

/** Everything that test/evaluator/plan checks, as a list: with so many random programs, drawn with a fixed seed. */
export function planChecks(interpreter: typeof PlanUnderTest, programs: number): PlanCheck[] {
  const checks: PlanCheck[] = [...structureChecks];
  const add = (
    name: string,
    text: string,
    settings: Profile,
    views: () => readonly PoolView[],
  ): void => {
    const program = programOf(text, settings);
    if (program !== undefined) checks.push(agreement(name, interpreter, program, views()));
  };
  for (const each of casesIn('grammar/conformance', process.cwd())) {
    add(each.id, each.formula, profileWith(each.profile ?? {}), () => [viewOf(each)]);
  }
  const pools = fc.sample(poolView, { numRuns: 2, seed: 1 });
  for (const text of rareFormulas) add(text, text, profileWith({}), () => pools);
  const sample = <T>(arbitrary: Arbitrary<T>): T[] =>
    fc.sample(arbitrary, { numRuns: programs, seed: 20_261_121 });
  const anyProgram = fc.oneof({ weight: 4, arbitrary: programText }, programTokens.map(plainText));
  const drawn = sample(fc.tuple(anyProgram, profile, poolView, poolView));
  for (const [text, settings, one, other] of drawn)
    add(text, text, settings, () => [one, other, one]);
  return checks;
}
