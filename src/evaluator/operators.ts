import type { Span } from '../base/text/source-text.js';
import {
  isArithmetic,
  type ArithmeticOperator,
  type BinaryOperator,
  type RelationalOperator,
  type UnaryOperator,
} from '../language/operators.js';
import { describeType } from '../language/static-type.js';
import { double, doubleVec, isTrue, timeinterval, timestamp, toDouble } from './conversions.js';
import { fail, type EvaluationState } from './evaluation-state.js';
import { intervalOf, timestampOf } from './time-arithmetic.js';
import type { Value } from './value.js';

function calculate(
  state: EvaluationState,
  operator: ArithmeticOperator,
  left: number,
  right: number,
  span: Span,
): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return divide(state, left, right, span);
  }
}

export function divide(state: EvaluationState, left: number, right: number, span: Span): number {
  if (right === 0) {
    state.unverified.add('divisionByZero');
    if (state.profile.divisionByZero === 'error') return fail(state, span, 'Division by zero');
  }
  return left / right;
}

function calculateVectors(
  state: EvaluationState,
  operator: ArithmeticOperator,
  left: readonly number[],
  right: readonly number[],
  span: Span,
): Value {
  if (left.length !== right.length) {
    state.unverified.add('vectorLength');
    if (state.profile.vectorLength === 'error') {
      return fail(state, span, `Vectors of lengths ${left.length} and ${right.length}`);
    }
  }
  const shorter = left.length < right.length ? left : right;
  return doubleVec(shorter.map((_, i) => calculate(state, operator, left[i]!, right[i]!, span)));
}

function arithmetic(
  state: EvaluationState,
  operator: ArithmeticOperator,
  left: Value,
  right: Value,
  span: Span,
): Value {
  const each = (a: number, b: number): number => calculate(state, operator, a, b, span);
  switch (left.type) {
    case 'double':
      if (right.type === 'double') return double(each(left.value, right.value));
      if (right.type === 'timeinterval' && operator === '*') {
        return timeinterval(intervalOf(state, left.value * right.value, span));
      }
      if (right.type === 'doubleVec') {
        state.unverified.add('scalarOpVector');
        if (state.profile.scalarOpVector === 'allow') {
          return doubleVec(right.value.map((element) => each(left.value, element)));
        }
      }
      break;
    case 'doubleVec':
      if (right.type === 'double') {
        return doubleVec(left.value.map((element) => each(element, right.value)));
      }
      if (right.type === 'doubleVec') {
        return calculateVectors(state, operator, left.value, right.value, span);
      }
      break;
    case 'timeinterval':
      if (right.type === 'double' && (operator === '*' || operator === '/')) {
        return timeinterval(intervalOf(state, each(left.value, right.value), span));
      }
      if (right.type === 'timeinterval' && (operator === '+' || operator === '-')) {
        return timeinterval(intervalOf(state, each(left.value, right.value), span));
      }
      if (right.type === 'timestamp' && operator === '+') {
        return timestamp(timestampOf(state, left.value + right.value, span));
      }
      break;
    case 'timestamp':
      if (right.type === 'timeinterval' && operator === '+') {
        return timestamp(timestampOf(state, left.value + right.value, span));
      }
      if (right.type === 'timestamp' && operator === '-') {
        return timeinterval(intervalOf(state, left.value - right.value, span));
      }
      break;
    case 'string':
    case 'deallocationOption':
      break;
  }
  return mismatch(state, operator, left, right, span);
}

function mismatch(
  state: EvaluationState,
  operator: BinaryOperator,
  left: Value,
  right: Value,
  span: Span,
): never {
  const [a, b] = [describeType(left.type), describeType(right.type)];
  return fail(state, span, `Operator ${operator} does not take ${a} and ${b}`);
}

/** Strings compare by code unit, as JavaScript's own operators do. */
function compare<T extends number | string>(
  operator: RelationalOperator,
  left: T,
  right: T,
): Value {
  switch (operator) {
    case '<':
      return double(left < right ? 1 : 0);
    case '<=':
      return double(left <= right ? 1 : 0);
    case '>':
      return double(left > right ? 1 : 0);
    case '>=':
      return double(left >= right ? 1 : 0);
    case '==':
      return double(left === right ? 1 : 0);
    case '!=':
      return double(left !== right ? 1 : 0);
  }
}

function relational(
  state: EvaluationState,
  operator: RelationalOperator,
  left: Value,
  right: Value,
  span: Span,
): Value {
  if (left.type === 'string' && right.type === 'string') {
    return compare(operator, left.value, right.value);
  }
  if (left.type === 'timestamp' && right.type === 'timestamp') {
    return compare(operator, left.value, right.value);
  }
  if (left.type === 'timeinterval' && right.type === 'timeinterval') {
    return compare(operator, left.value, right.value);
  }
  const numeric =
    (left.type === 'double' || left.type === 'doubleVec') &&
    (right.type === 'double' || right.type === 'doubleVec');
  if (!numeric) return mismatch(state, operator, left, right, span);
  return compare(operator, toDouble(state, left, span), toDouble(state, right, span));
}

/** One row of the operator table, chosen by the types of the values. Failures are at the start of `span`. */
export function applyBinary(
  state: EvaluationState,
  operator: BinaryOperator,
  left: Value,
  right: Value,
  span: Span,
): Value {
  if (isArithmetic(operator)) return arithmetic(state, operator, left, right, span);
  if (operator !== '&&' && operator !== '||') return relational(state, operator, left, right, span);
  const a = isTrue(toDouble(state, left, span));
  const b = isTrue(toDouble(state, right, span));
  return double((operator === '&&' ? a && b : a || b) ? 1 : 0);
}

export function applyUnary(
  state: EvaluationState,
  operator: UnaryOperator,
  operand: Value,
  span: Span,
): Value {
  if (operator === '-' && operand.type === 'timeinterval') {
    return { type: 'timeinterval', value: 0 - operand.value };
  }
  const value = toDouble(state, operand, span);
  return double(operator === '-' ? -value : isTrue(value) ? 0 : 1);
}
