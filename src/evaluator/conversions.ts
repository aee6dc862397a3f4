import type { Span } from '../base/text/source-text.js';
import type { Ticks, Timestamp } from '../base/time/ticks.js';
import { describeType } from '../language/static-type.js';
import { fail, type EvaluationState } from './evaluation-state.js';
import type { Value } from './value.js';

/** A double where one must stand. What a doubleVec means there is open (switch vectorInScalarContext). */
export function toDouble(state: EvaluationState, value: Value, span: Span): number {
  if (value.type === 'double') return value.value;
  if (value.type === 'doubleVec') {
    state.unverified.add('vectorInScalarContext');
    const [only] = value.value;
    if (
      state.profile.vectorInScalarContext === 'single-element' &&
      value.value.length === 1 &&
      only !== undefined
    ) {
      return only;
    }
    return fail(state, span, `Expected a double, found a doubleVec of ${value.value.length}`);
  }
  return fail(state, span, `Expected a double, found ${describeType(value.type)}`);
}

/** True means not zero, so NaN is true (language.md section 10, Truth). */
export function isTrue(value: number): boolean {
  return value !== 0;
}

export function double(value: number): Value {
  return { type: 'double', value };
}

export function timeinterval(value: Ticks): Value {
  return { type: 'timeinterval', value };
}

export function timestamp(value: Timestamp): Value {
  return { type: 'timestamp', value };
}

export function doubleVec(value: readonly number[]): Value {
  return { type: 'doubleVec', value };
}
