import type { RelationalOperator } from '../../language/operators.js';
import type { Analysis } from './analysis.js';
import { unknown, type Constraint, type Facts, type WeekdayCondition } from './facts.js';
import { outcomeRange } from './logic.js';
import { isSingle, type Range } from './range.js';
import type { Span } from '../../base/text/source-text.js';

const mirrored: Readonly<Record<RelationalOperator, RelationalOperator>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '==': '==',
  '!=': '!=',
};

const opposite: Readonly<Record<RelationalOperator, RelationalOperator>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '==': '!=',
  '!=': '==',
};

/** The outcome of a comparison by ranges, and by what is known of the order of the two values; undefined where it depends. */
export function outcomeOf(
  operator: RelationalOperator,
  left: Facts,
  right: Facts,
): boolean | undefined {
  const same = left.symbol === right.symbol && left.symbol !== 0;
  switch (operator) {
    case '<':
      if (same) return false;
      if (left.max < right.min) return true;
      return left.min >= right.max ? false : undefined;
    case '<=':
      if (same || left.max <= right.min) return true;
      return left.min > right.max ? false : undefined;
    case '==':
      if (same) return true;
      if (isSingle(left) && isSingle(right) && left.min === right.min) return true;
      return left.max < right.min || left.min > right.max ? false : undefined;
    case '!=': {
      const equal = outcomeOf('==', left, right);
      return equal === undefined ? undefined : !equal;
    }
    case '>':
    case '>=':
      return outcomeOf(mirrored[operator], right, left);
  }
}

/** What `left operator right` says of the left value where it is true. */
function constraintOn(left: Facts, operator: RelationalOperator, right: Facts): Constraint[] {
  const { symbol, integer } = left;
  const { configured } = right;
  const below = (max: number): Range => ({ min: -Infinity, max });
  const above = (min: number): Range => ({ min, max: Infinity });
  const bounded = !right.grows;
  switch (operator) {
    case '<': {
      const max = integer ? Math.ceil(right.max) - 1 : right.max;
      return [{ symbol, range: below(max), bounded, configured }];
    }
    case '<=':
      return [{ symbol, range: below(right.max), bounded, configured }];
    case '>': {
      const min = integer ? Math.floor(right.min) + 1 : right.min;
      return [{ symbol, range: above(min), bounded: false, configured }];
    }
    case '>=':
      return [{ symbol, range: above(right.min), bounded: false, configured }];
    case '==':
      return [{ symbol, range: right, bounded, configured }];
    case '!=':
      return [];
  }
}

function implied(left: Facts, operator: RelationalOperator, right: Facts): readonly Constraint[] {
  const constraints = constraintOn(left, operator, right);
  constraints.push(...constraintOn(right, mirrored[operator], left));
  // Constants are what they are.
  return constraints.filter(({ symbol }) =>
    symbol === left.symbol ? !left.constant : !right.constant,
  );
}

/** The facts of one comparison of doubles. */
export function compare(
  analysis: Analysis,
  operator: RelationalOperator,
  left: Facts,
  right: Facts,
  outcome: boolean | undefined,
  span: Span,
): Facts {
  return {
    ...unknown,
    symbol: analysis.symbols.of(`${left.symbol}${operator}${right.symbol}`),
    ...outcomeRange(outcome),
    known: left.known && right.known,
    integer: true,
    truth: true,
    literal: left.literal && right.literal,
    constant: left.constant && right.constant,
    configured: left.configured || right.configured,
    whenTrue: implied(left, operator, right),
    whenFalse: implied(left, opposite[operator], right),
    weekday: weekdayCondition(analysis, operator, left, right, span),
  };
}

function weekdayCondition(
  analysis: Analysis,
  operator: RelationalOperator,
  left: Facts,
  right: Facts,
  span: Span,
): WeekdayCondition | undefined {
  if (right.isWeekday && !left.isWeekday) {
    return weekdayCondition(analysis, mirrored[operator], right, left, span);
  }
  if (!left.isWeekday || !right.constant || !isSingle(right)) return undefined;
  const holds = (sunday: number): boolean =>
    outcomeOf(operator, { ...unknown, min: sunday, max: sunday }, right) === true;
  const condition = { symbol: left.symbol, at0: holds(0), at7: holds(7), span };
  analysis.weekdays.add(condition);
  return condition;
}
