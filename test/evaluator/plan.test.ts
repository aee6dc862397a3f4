import fc from 'fast-check';
import { expect, it } from 'vitest';

import { compileFormula } from '../../src/evaluator/compile-formula.js';
import { evaluateProgram } from '../../src/evaluator/evaluate-program.js';
import { generateCode } from '../../src/evaluator/plan/generate.js';
import { createPlan } from '../../src/evaluator/plan/plan.js';
import {
  createSnapshot,
  defaultSamplePeriod,
  emptyPool,
} from '../../src/metrics/metrics-snapshot.js';
import { answerTo, casesIn } from '../conformance/run-case.js';
import { corpusFormulas } from '../support/corpus.js';

const runs = process.env['POOLSCALE_LONG'] === '1' ? 100_000 : 5000;
const sample = fc.oneof(fc.integer({ min: -3, max: 50 }), fc.double(), fc.constant(NaN));
const history = fc.array(sample, { maxLength: 70 });

/** Formulas of doubles, samples and windows, which the plan covers. */
const { double } = fc.letrec<{ double: string }>((tie) => {
  const x = tie('double');
  const metric = fc.constantFrom('$ActiveTasks', '$PendingTasks', '$FailedTasks');
  const window = fc.nat({ max: 40 }).map((n) => `TimeInterval_Second * ${n * 15}`);
  const samples = fc.oneof(
    fc.tuple(metric, fc.integer({ min: 0, max: 9 })).map(([m, n]) => `${m}.GetSample(${n})`),
    fc.tuple(metric, window, x).map(([m, w, p]) => `${m}.GetSample(${w}, ${p})`),
    fc.constant('v'),
  );
  const operator = fc.constantFrom('+', '-', '*', '/', '<', '<=', '==', '!=', '&&', '||');
  return {
    double: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constantFrom(
        '0',
        '1',
        '2.5',
        '70',
        'a',
        '$CurrentDedicatedNodes',
        '$TargetDedicatedNodes',
      ),
      fc.tuple(metric, window).map(([m, w]) => `${m}.GetSamplePercent(${w})`),
      fc
        .tuple(fc.constantFrom('avg', 'min', 'max', 'sum', 'len'), samples, x)
        .map(([f, v, y]) => `${f}(${v}, ${y})`),
      fc.tuple(fc.constantFrom('avg', 'max', 'len'), samples).map(([f, v]) => `${f}(${v})`),
      fc
        .tuple(fc.constantFrom('round', 'ceil', 'floor', '-', '!', '-!'), x)
        .map(([f, y]) => `${f}(${y})`),
      fc.tuple(x, operator, x, operator, x).map((parts) => `(${parts.join(' ')})`),
      fc.tuple(x, x, x).map(([c, y, z]) => `(${c} ? ${y} : ${z})`),
    ),
  };
});

const formula = fc
  .tuple(double, double, double)
  .map(
    ([b, c, d]) =>
      `a = 3; v = $ActiveTasks.GetSample(4); a = ${b}; $TargetDedicatedNodes = ${c};` +
      `$TargetLowPriorityNodes = ${d}; $NodeDeallocationOption = taskcompletion;`,
  );

function program(text: string) {
  return compileFormula({ name: 'f', text }).value!.program;
}

it('answers as the interpreter does', { timeout: 3_600_000 }, () => {
  let covered = 0;
  fc.assert(
    fc.property(formula, history, history, (text, active, pending) => {
      const typed = program(text);
      const view = createSnapshot({
        now: 0,
        samplePeriod: defaultSamplePeriod,
        pool: emptyPool,
        series: new Map([
          ['$ActiveTasks', active],
          ['$PendingTasks', pending],
        ]),
      });
      const plan = createPlan(typed);
      if (plan === undefined) return;
      covered++;
      expect(plan(view)).toEqual(evaluateProgram(typed, view, () => 0));
    }),
    { numRuns: runs },
  );
  expect(covered).toBeGreaterThan(runs / 2);
});

it('generates code without any text of the user', () => {
  const code = generateCode(
    program(
      '// ` \u2028 \" constructor\nconstructor = 1; __proto__ = constructor + 2; $TargetDedicatedNodes = __proto__;',
    ),
  )!;
  expect(code.text).not.toMatch(/constructor|__proto__|`/);
});

it('answers every conformance case as the interpreter does', () => {
  for (const each of casesIn('grammar/conformance')) {
    expect(answerTo(each, 'plan'), each.id).toEqual(answerTo(each));
  }
});

const corpus = corpusFormulas();
it.skipIf(corpus === undefined)('answers the corpus as the interpreter does', () => {
  let compiled = 0;
  fc.assert(
    fc.property(fc.constantFrom(...corpus!), history, history, (row, active, pending) => {
      const source = { name: row.id, text: row.formula };
      const interpreted = compileFormula(source).value;
      const planned = compileFormula(source, { evaluator: 'plan' }).value;
      if (interpreted === undefined || planned === undefined) return;
      compiled++;
      const view = createSnapshot({
        now: 0,
        samplePeriod: defaultSamplePeriod,
        pool: emptyPool,
        series: new Map([
          ['$ActiveTasks', active],
          ['$PendingTasks', pending],
          ['$RunningTasks', active],
        ]),
      });
      const run = planned.createEvaluator(() => 0.5)(view);
      expect(run).toEqual(interpreted.createEvaluator(() => 0.5)(view));
    }),
    { numRuns: 2000 },
  );
  expect(compiled).toBeGreaterThan(1000);
});

it.each([
  ['a chain of 4,000 terms', `x = ${Array.from({ length: 4000 }, () => '1').join('+')};`],
  ['8 KB of unary minus', `x = ${'-'.repeat(8000)}1;`],
])('%s is no strain', (_, text) => {
  const view = createSnapshot({
    now: 0,
    samplePeriod: defaultSamplePeriod,
    pool: emptyPool,
    series: new Map(),
  });
  const source = { name: 'long', text };
  const planned = compileFormula(source, { evaluator: 'plan' }).value!;
  const interpreted = compileFormula(source).value!;
  const run = planned.createEvaluator(() => 0)(view);
  expect(run.error).toBeUndefined();
  expect(run).toEqual(interpreted.createEvaluator(() => 0)(view));
});
