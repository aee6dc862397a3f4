import type { Ticks, Timestamp } from '../../../base/time/ticks.js';
import { divide } from '../../operators.js';
import { intervalOf, timestampOf } from '../../time-arithmetic.js';
import type { EvaluationState } from '../../evaluation-state.js';
import type { BinarySite } from '../site.js';
import type { Operation } from './operation.js';

type Comparison = '<' | '<=' | '>' | '>=' | '===' | '!==';

/** Of two doubles, intervals, timestamps or strings: JavaScript compares each as the language does. */
function comparison(
  operator: Comparison,
  holds: <T extends number | string>(a: T, b: T) => boolean,
): Operation {
  return {
    total: true,
    run: (_state, _site, a: number, b: number) => (holds(a, b) ? 1 : 0),
    inline: ([a, b]) => `${a} ${operator} ${b} ? 1 : 0`,
  };
}

function total(
  run: (a: number, b: number) => number,
  inline: (a: string, b: string) => string,
): Operation {
  return {
    total: true,
    run: (_state, _site, a: number, b: number) => run(a, b),
    inline: ([a, b]) => inline(a!, b!),
  };
}

const negate: Operation = {
  total: true,
  run: (_state, _site, a: number) => -a,
  inline: ([a]) => `-(${a})`,
};

const negateInterval: Operation = {
  total: true,
  run: (_state, _site, a: Ticks) => 0 - a,
  inline: ([a]) => `0 - ${a}`,
};

const not: Operation = {
  total: true,
  run: (_state, _site, a: number) => (a !== 0 ? 0 : 1),
  inline: ([a]) => `${a} !== 0 ? 0 : 1`,
};

export type ArithmeticOperation =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'less'
  | 'lessOrEqual'
  | 'greater'
  | 'greaterOrEqual'
  | 'equal'
  | 'notEqual'
  | 'negate'
  | 'negateInterval'
  | 'not'
  | 'addIntervals'
  | 'subtractTicks'
  | 'multiplyInterval'
  | 'divideInterval'
  | 'addToTimestamp';

/** Operations on unboxed numbers. The names are those of `chooseBinary` and `chooseUnary`. */
export const arithmetic: Readonly<Record<ArithmeticOperation, Operation>> = {
  add: total(
    (a, b) => a + b,
    (a, b) => `${a} + ${b}`,
  ),
  subtract: total(
    (a, b) => a - b,
    (a, b) => `${a} - ${b}`,
  ),
  multiply: total(
    (a, b) => a * b,
    (a, b) => `${a} * ${b}`,
  ),
  divide: {
    run: (state: EvaluationState, site: BinarySite, a: number, b: number) =>
      divide(state, a, b, site.span),
    inline: ([a, b], call) => `${b} === 0 ? ${call()} : ${a} / ${b}`,
  },
  less: comparison('<', (a, b) => a < b),
  lessOrEqual: comparison('<=', (a, b) => a <= b),
  greater: comparison('>', (a, b) => a > b),
  greaterOrEqual: comparison('>=', (a, b) => a >= b),
  equal: comparison('===', (a, b) => a === b),
  notEqual: comparison('!==', (a, b) => a !== b),
  negate,
  negateInterval,
  not,
  addIntervals: {
    run: (state: EvaluationState, site: BinarySite, a: Ticks, b: Ticks) =>
      intervalOf(state, a + b, site.span),
  },
  /** Of two intervals or two timestamps. */
  subtractTicks: {
    run: (state: EvaluationState, site: BinarySite, a: Ticks, b: Ticks) =>
      intervalOf(state, a - b, site.span),
  },
  /** Of an interval and a double, in either order. */
  multiplyInterval: {
    run: (state: EvaluationState, site: BinarySite, a: number, b: number) =>
      intervalOf(state, a * b, site.span),
  },
  divideInterval: {
    run: (state: EvaluationState, site: BinarySite, a: Ticks, b: number) =>
      intervalOf(state, divide(state, a, b, site.span), site.span),
  },
  /** Of a timestamp and an interval, in either order. */
  addToTimestamp: {
    run: (state: EvaluationState, site: BinarySite, a: Timestamp, b: Ticks) =>
      timestampOf(state, a + b, site.span),
  },
};
