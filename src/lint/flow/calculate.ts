import type { Span } from '../../base/text/source-text.js';
import type { ArithmeticOperator } from '../../language/operators.js';
import type { Analysis } from './analysis.js';
import { mostFacts } from './constraints.js';
import {
  countsTwice,
  mixesCurrentAndTarget,
  negateTerms,
  unknown,
  type Facts,
  type PoolTerms,
} from './facts.js';
import { boundsOf } from './join.js';
import { add, divide, isSingle, multiply, subtract, type Range } from './range.js';

const ranges: Readonly<Record<ArithmeticOperator, (a: Range, b: Range) => Range>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
};

/** Whether this sum is the one that brings a current and a target number together. */
function mixesNow(left: Facts, right: Facts, terms: PoolTerms): boolean {
  return (
    mixesCurrentAndTarget(terms) &&
    !mixesCurrentAndTarget(left.terms) &&
    !mixesCurrentAndTarget(right.terms)
  );
}

function isConstant(facts: Facts, value: number): boolean {
  return facts.min === value && facts.max === value;
}

/** The facts of `left operator right`, for doubles, intervals and vectors alike. */
export function calculate(
  analysis: Analysis,
  operator: ArithmeticOperator,
  left: Facts,
  right: Facts,
  span: Span,
): Facts {
  const known = left.known && right.known;
  const symbol = analysis.symbols.of(`${left.symbol}${operator}${right.symbol}`);
  const terms = operator === '-' ? left.terms | negateTerms(right.terms) : left.terms | right.terms;
  return {
    ...unknown,
    ...ranges[operator](left, right),
    symbol,
    known,
    integer: operator !== '/' && left.integer && right.integer,
    literal: left.literal && right.literal,
    constant: left.constant && right.constant,
    configured: left.configured || right.configured,
    tasks: operator === '/' ? left.tasks : left.tasks | right.tasks,
    whole: wholeOf(operator, left, right),
    grows: operator === '+' || operator === '*' ? left.grows || right.grows : left.grows,
    quotient: quotientOf(operator, left, right, span),
    countedTwice: countedTwiceOf(operator, left, right, span),
    terms,
    mixed: left.mixed ?? right.mixed ?? (mixesNow(left, right, terms) ? span : undefined),
    decays: decaysOf(operator, left, right),
    atMost: boundsAfter(operator, left, right),
    percents: sumOfPercents(analysis, operator, left, right, symbol),
    ticks: ticksOf(operator, left, right),
  };
}

/** A sum of sample percentages, which a condition may compare as if it were one. */
function sumOfPercents(
  { percents }: Analysis,
  operator: ArithmeticOperator,
  left: Facts,
  right: Facts,
  symbol: number,
): Facts['percents'] {
  if (operator !== '+' || (left.percents.length === 0 && right.percents.length === 0)) return [];
  const sum = [...left.percents, ...right.percents].slice(0, mostFacts);
  percents.set(symbol, sum);
  return sum;
}

function wholeOf(operator: ArithmeticOperator, left: Facts, right: Facts): number {
  switch (operator) {
    case '+':
      return left.whole | right.whole;
    case '-':
      return right.constant ? left.whole : 0;
    case '*':
      return isConstant(right, 1) ? left.whole : isConstant(left, 1) ? right.whole : 0;
    case '/':
      return isConstant(right, 1) ? left.whole : 0;
  }
}

function quotientOf(
  operator: ArithmeticOperator,
  left: Facts,
  right: Facts,
  span: Span,
): Span | undefined {
  if (operator !== '/') return left.quotient ?? right.quotient;
  return left.tasks !== 0 && !isConstant(right, 1) ? span : left.quotient;
}

function countedTwiceOf(
  operator: ArithmeticOperator,
  left: Facts,
  right: Facts,
  span: Span,
): Span | undefined {
  if (operator === '+' && countsTwice(left.whole, right.whole)) return span;
  return left.countedTwice ?? (operator === '/' ? undefined : right.countedTwice);
}

/** A constant part of a pool size: `$TargetDedicatedNodes / 2`, `0.5 * $TargetDedicatedNodes`. */
function decaysOf(operator: ArithmeticOperator, left: Facts, right: Facts): number {
  const kept = left.decays | right.decays;
  const isPart = ({ min, max, constant }: Facts): boolean => constant && min > 0 && max < 1;
  if (operator === '/' && right.constant && right.min > 1) return kept | left.terms;
  if (operator === '*' && isPart(right)) return kept | left.terms;
  if (operator === '*' && isPart(left)) return kept | right.terms;
  return kept;
}

/** Limits that a setting of the formula gives may be other ones tomorrow, so nothing follows from them. */
function boundsAfter(operator: ArithmeticOperator, left: Facts, right: Facts): readonly number[] {
  if (!right.known || right.configured) return [];
  switch (operator) {
    case '-':
      return right.min >= 0 ? boundsOf(left) : [];
    case '/':
      return right.min >= 1 && left.min >= 0 ? boundsOf(left) : [];
    case '*':
      return right.min >= 0 && right.max <= 1 && left.min >= 0 ? boundsOf(left) : [];
    case '+':
      return right.max <= 0 ? boundsOf(left) : [];
  }
}

function ticksOf(operator: ArithmeticOperator, left: Facts, right: Facts): number | undefined {
  const interval = left.ticks ?? right.ticks;
  if (interval === undefined) return undefined;
  if (left.ticks !== undefined && right.ticks !== undefined) {
    if (operator === '+') return left.ticks + right.ticks;
    return operator === '-' ? left.ticks - right.ticks : undefined;
  }
  const number = left.ticks === undefined ? left : right;
  if (!number.known || !isSingle(number)) return undefined;
  // A fraction of a tick is rounded (language.md section 10, Intervals and time).
  if (operator === '*') return Math.round(interval * number.min);
  return operator === '/' && left.ticks !== undefined
    ? Math.round(interval / number.min)
    : undefined;
}
