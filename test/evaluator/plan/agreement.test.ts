import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { AutoScaleRun } from '../../../src/evaluator/autoscale-run.js';
import { compileFormula, type CompileOptions } from '../../../src/evaluator/compile-formula.js';
import type { PoolView } from '../../../src/evaluator/pool-view.js';
import {
  createSnapshot,
  defaultSamplePeriod,
  emptyPool,
} from '../../../src/metrics/metrics-snapshot.js';
import type { Profile } from '../../../src/profile/profile.js';
import { answerTo, casesIn } from '../../conformance/run-case.js';
import { corpusFormulas } from '../../support/corpus.js';
import { plainText, programTokens } from '../../support/formula-arbitrary.js';
import { history, profile, programText } from '../../support/program-arbitrary.js';

/** POOLSCALE_PROGRAMS: how many programs, for mutation testing, which repeats this file often. */
const runs = Number(
  process.env['POOLSCALE_PROGRAMS'] ?? (process.env['POOLSCALE_LONG'] === '1' ? 100_000 : 5000),
);

const views = fc
  .tuple(history, history, fc.nat({ max: 20 }), fc.constantFrom(0, 195_019_200e7, -7))
  .map(([active, pending, nodes, now]) =>
    createSnapshot({
      now,
      samplePeriod: defaultSamplePeriod,
      pool: { ...emptyPool, currentDedicatedNodes: nodes, targetDedicatedNodes: nodes + 0.5 },
      series: new Map([
        ['$ActiveTasks', active],
        ['$PendingTasks', pending],
        ['$RunningTasks', active.slice(0, 9)],
      ]),
    }),
  );

function draws(): () => number {
  let count = 0;
  return () => (count++ * 0.375) % 1;
}

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
    () => eager(code.createTargetEvaluator(draws())),
    () => eager(closures.createTargetEvaluator(draws())),
  ];
}

/** Runs whose texts are worked out late, with all their members. */
function eager(evaluate: Evaluator): Evaluator {
  return (view) => {
    const run = evaluate(view);
    const { results, variables, unverified } = run;
    return { ...run, results, variables, unverified };
  };
}

/** Evaluates two pools in turn, so that nothing stays of the first; true where the formula compiles. */
function agree(text: string, both: readonly PoolView[], settings?: Profile): boolean {
  const [first, ...others] = evaluators(text, settings === undefined ? {} : { profile: settings });
  if (first === undefined) return false;
  const expected = both.map(first());
  for (const other of others) {
    const evaluate = other();
    expect(both.map((view) => evaluate(view))).toEqual(expected);
  }
  return true;
}

it('answers as the interpreter does: every built-in, any profile', { timeout: 7_200_000 }, () => {
  let compiled = 0;
  fc.assert(
    fc.property(programText, profile, views, views, (text, settings, one, other) => {
      if (agree(text, [one, other, one], settings)) compiled++;
    }),
    { numRuns: runs },
  );
  expect(compiled).toBeGreaterThan(runs * 0.8);
});

it('answers as the interpreter does: well-typed programs', { timeout: 7_200_000 }, () => {
  let compiled = 0;
  fc.assert(
    fc.property(programTokens, profile, views, (tokens, settings, view) => {
      if (agree(plainText(tokens), [view, view], settings)) compiled++;
    }),
    { numRuns: runs / 5 },
  );
  expect(compiled).toBeGreaterThan((runs / 5) * 0.9);
});

it.each(['always', 'never'] as const)(
  'answers every conformance case as the interpreter does, code generation: %s',
  (codeGeneration) => {
    for (const each of casesIn('grammar/conformance')) {
      const options = { evaluator: 'plan', codeGeneration } as const;
      expect(answerTo(each, options), each.id).toEqual(answerTo(each));
    }
  },
);

const corpus = corpusFormulas();
it.skipIf(corpus === undefined)('answers the corpus as the interpreter does', () => {
  let compiled = 0;
  fc.assert(
    fc.property(fc.constantFrom(...corpus!), views, (row, view) => {
      if (agree(row.formula, [view])) compiled++;
    }),
    { numRuns: 2000 },
  );
  expect(compiled).toBeGreaterThan(1000);
});

it.each([
  ['a chain of 4,000 terms', `x = ${Array.from({ length: 4000 }, () => '1').join('+')};`],
  ['8 KB of unary minus', `x = ${'-'.repeat(8000)}1;`],
  ['2,000 logical operators', `x = ${Array.from({ length: 2000 }, () => 'd').join('&&')};`],
])('%s is no strain', (_, text) => {
  const view = createSnapshot({
    now: 0,
    samplePeriod: defaultSamplePeriod,
    pool: emptyPool,
    series: new Map(),
  });
  expect(agree(`d = 1;${text}`, [view])).toBe(true);
});
