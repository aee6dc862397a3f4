import { deepStrictEqual, equal, throws } from 'node:assert/strict';

import type { TypedProgram } from '../../src/checker/typed-program.js';
import { compileFormula } from '../../src/evaluator/compile-formula.js';
import type { PlanCode, PlanProgram } from '../../src/evaluator/plan/plan-code.js';
import type { PoolView } from '../../src/evaluator/pool-view.js';
import type { MetricName } from '../../src/language/variables.js';
import {
  createSnapshot,
  defaultSamplePeriod,
  emptyPool,
} from '../../src/metrics/metrics-snapshot.js';
import { profileWith, type Profile } from '../../src/profile/profile.js';
import type { PlanCheck } from './plan-check.js';
import { plannedFormulas, plannedStatements, prologue } from './planned-formulas.js';

function programOf(text: string, settings: Partial<Profile> = {}): TypedProgram {
  const { value } = compileFormula({ name: 'f', text }, { profile: profileWith(settings) });
  if (value === undefined) throw new Error(`does not compile: ${text}`);
  return value.program;
}

/** The operations of a piece of a plan, in the order in which they are applied. */
function operationsOf(code: PlanCode): readonly string[] {
  switch (code.kind) {
    case 'number':
    case 'string':
    case 'slot':
      return [];
    case 'operation':
      return [...code.operands.flatMap(operationsOf), code.operation];
    case 'steps':
      return [
        ...operationsOf(code.first),
        ...code.steps.flatMap((step) => [
          ...(step.right === undefined ? [] : operationsOf(step.right)),
          step.kind === 'logical' ? step.operator : step.operation,
        ]),
      ];
    case 'conditional':
      return [code.condition, code.whenTrue, code.whenFalse].flatMap(operationsOf);
  }
}

/** The last statement of a plan alone. */
function lastStatement(plan: PlanProgram): PlanProgram {
  return { ...plan, statements: plan.statements.slice(-1) };
}

/** Operations that generated code spells out; it calls all others, and these two for what is no plain number. */
const spelledOut = new Set(
  (
    'add subtract multiply less lessOrEqual greater greaterOrEqual equal notEqual negate negateInterval not ' +
    'now before random ceil floor sumNumber maxNumber minNumber lenOfVector lenOfSamples && ||'
  ).split(' '),
);
const spelledOutAndCalled: Readonly<Record<string, RegExp>> = {
  divide: / === 0 \? divideOperation\(.*\) : /,
  element: /\] \?\? elementOperation\(/,
};

const operationChecks: readonly PlanCheck[] = plannedFormulas.map(
  ([formula, representation, operations]) => ({
    name: `the operations of ${formula}`,
    run: ({ generateCode, lowerProgram }) => {
      const plan = lowerProgram(programOf(`${prologue}x = ${formula};`));
      const last = lastStatement(plan);
      equal(last.statements.flatMap(({ value }) => operationsOf(value)).join(' '), operations);
      equal(plan.slots.at(-1)!.representation, representation);
      const code = generateCode(last);
      equal(code.startsWith('"use strict";'), true);
      const called = [...code.matchAll(/^const (\w+) = operations\.(\w+)\.run;$/gm)];
      const expected = new Set(
        operations.split(' ').filter((name) => name !== '' && !spelledOut.has(name)),
      );
      deepStrictEqual(new Set(called.map(([, , name]) => name)), expected);
      for (const [, local, name] of called) {
        equal(code.split(`${local}(state, site`).length > 1, true, `${local} is called`);
        equal(spelledOutAndCalled[name!]?.test(code) ?? true, true, code);
      }
    },
  }),
);

const statementChecks: readonly PlanCheck[] = plannedStatements.map(([statement, operations]) => ({
  name: `the operations of ${statement}`,
  run: ({ lowerProgram }) => {
    const { statements } = lastStatement(lowerProgram(programOf(prologue + statement)));
    equal(statements.flatMap(({ value }) => operationsOf(value)).join(' '), operations);
  },
}));

/** Right sides of && and whether they always have a value: only others need to be watched. */
const rightSides: readonly (readonly [text: string, total: boolean])[] = [
  ['1', true],
  ['!d', true],
  ['ceil(d)', true],
  ['sum(d, 1)', true],
  ['(-i < i)', true],
  ['(d + 1 - val(v, 0))', false],
  ['d', true],
  ['(s == "b")', true],
  ['-d', true],
  ['(d + 1 - 2 * d)', true],
  ['floor(d + 1)', true],
  ['len(v)', true],
  ['max(d, v)', true],
  ['$CurrentDedicatedNodes', true],
  ['(time() > t)', true],
  ['(d ? d : 2)', true],
  ['nobody', false],
  ['rand()', false],
  ['(d / 2)', false],
  ['-val(v, 0)', false],
  ['(1 + val(v, 0))', false],
  ['(val(v, 0) + 1)', false],
  ['floor(val(v, 0))', false],
  ['(val(v, 0) ? d : 2)', false],
  ['(d ? val(v, 0) : 2)', false],
  ['(d ? d : val(v, 0))', false],
  ['avg(v)', false],
  ['(d && d)', false],
  ['$ActiveTasks.GetSamplePercent(i)', false],
  ['$TargetDedicatedNodes', false],
];

const watchChecks: readonly PlanCheck[] = rightSides.flatMap(([text, total]) =>
  ['&&', '||'].map((operator) => ({
    name: `whether ${text} is watched on the right of ${operator}`,
    run: ({ generateCode, lowerProgram }) => {
      const plan = lowerProgram(programOf(`${prologue}x = d ${operator} ${text};`));
      const watched = generateCode(lastStatement({ ...plan, slots: [] })).includes('try {');
      equal(watched, !total);
    },
  })),
);

/** A pool with half an hour of two metrics, and how often a formula looks at each of them. */
function countingView(looks: Map<string, number>): PoolView {
  const values = Array.from({ length: 60 }, (_, k) => k);
  const metrics: readonly MetricName[] = ['$ActiveTasks', '$PendingTasks'];
  const view = createSnapshot({
    now: 0,
    samplePeriod: defaultSamplePeriod,
    pool: emptyPool,
    series: new Map(metrics.map((metric) => [metric, values])),
  });
  return {
    ...view,
    samples: (metric) => {
      looks.set(metric, (looks.get(metric) ?? 0) + 1);
      return view.samples(metric);
    },
  };
}

const window = '5 * TimeInterval_Minute';

/** How often formulas look at $ActiveTasks in one run. */
const windowLooks: readonly (readonly [title: string, formula: string, looks: number])[] = [
  [
    'once for a guard and the samples behind it',
    `x = $ActiveTasks.GetSamplePercent(${window}) < 70 ? 0 : avg($ActiveTasks.GetSample(${window}));`,
    1,
  ],
  [
    'once for several aggregates',
    `x = max($ActiveTasks.GetSample(${window})) - min($ActiveTasks.GetSample(${window}, 0));`,
    1,
  ],
  [
    'for each of two windows that begin apart',
    `x = max($ActiveTasks.GetSample(${window})) - max($ActiveTasks.GetSample(TimeInterval_Minute));`,
    2,
  ],
  [
    'for each of two windows that end apart',
    `x = max($ActiveTasks.GetSample(${window}, 0 * ${window})) - max($ActiveTasks.GetSample(${window}, TimeInterval_Minute));`,
    2,
  ],
  [
    'again after a look at another metric',
    `x = max($ActiveTasks.GetSample(${window})) + max($PendingTasks.GetSample(${window})) + max($ActiveTasks.GetSample(${window}));`,
    2,
  ],
];

const windowChecks: readonly PlanCheck[] = windowLooks.map(([title, formula, expected]) => ({
  name: `a window is looked up ${title}, in each run anew`,
  run: ({ createPlan }) => {
    for (const codeGeneration of ['always', 'never'] as const) {
      const looks = new Map<string, number>();
      const view = countingView(looks);
      const evaluate = createPlan(programOf(formula), codeGeneration).createTargetEvaluator(
        () => 0,
      );
      for (let run = 1; run <= 3; run++) {
        equal(evaluate(view).error, undefined);
        equal(looks.get('$ActiveTasks'), expected * run);
      }
    }
  },
}));

const sampleOrderCheck: PlanCheck = {
  name: 'samples are reduced where they lie only from the oldest on',
  run: ({ lowerProgram }) => {
    const text = 'x = avg($ActiveTasks.GetSample(3));';
    const operations = (settings: Partial<Profile>) =>
      lowerProgram(programOf(text, settings)).statements.flatMap(({ value }) =>
        operationsOf(value),
      );
    deepStrictEqual(operations({}), ['latestSamples', 'avgOfSamples']);
    deepStrictEqual(operations({ sampleOrder: 'newest-first' }), ['method', 'avgOfVector']);
  },
};

const slotCheck: PlanCheck = {
  name: 'a variable has a slot for each representation of its values',
  run: ({ lowerProgram }) => {
    const { slots } = lowerProgram(
      programOf('a = 1; b = "b"; a = 2; a = vec(1); b = "c"; a = vec(2);'),
    );
    deepStrictEqual(slots, [
      { variable: 0, representation: 'double' },
      { variable: 1, representation: 'string' },
      { variable: 0, representation: 'doubleVec' },
    ]);
  },
};

const executionCheck: PlanCheck = {
  name: 'closures execute where a content security policy forbids code, and where they are asked for',
  run: ({ createPlan }) => {
    const program = programOf('x = 1;');
    equal(createPlan(program).execution, 'generated code');
    equal(createPlan(program, 'always').execution, 'generated code');
    equal(createPlan(program, 'never').execution, 'closures');
    const constructor = globalThis.Function;
    const failWith = (failure: Error): void => {
      globalThis.Function = function forbidden() {
        throw failure;
      } as unknown as FunctionConstructor;
    };
    try {
      failWith(new EvalError('unsafe-eval'));
      equal(createPlan(program).execution, 'closures');
      throws(() => createPlan(program, 'always'), EvalError);
      failWith(new SyntaxError('our own mistake'));
      throws(() => createPlan(program), SyntaxError);
    } finally {
      globalThis.Function = constructor;
    }
  },
};

const ownMistakeCheck: PlanCheck = {
  name: 'what is no failure of the formula leaves the evaluator as it was thrown',
  run: ({ createPlan }) => {
    const mistake = new RangeError('no failure of the formula');
    for (const codeGeneration of ['always', 'never'] as const) {
      const evaluate = createPlan(programOf('x = rand();'), codeGeneration).createEvaluator(() => {
        throw mistake;
      });
      throws(() => evaluate(countingView(new Map())), mistake);
    }
  },
};

/** What only a look at the plan tells: that it is as short as it should be. */
export const structureChecks: readonly PlanCheck[] = [
  ...operationChecks,
  ...statementChecks,
  ...watchChecks,
  ...windowChecks,
  sampleOrderCheck,
  slotCheck,
  executionCheck,
  ownMistakeCheck,
];
