import { ln as naturalLogarithm, log10, log2 } from '../../base/math/special-functions.js';
import { describeType } from '../../language/static-type.js';
import { double, doubleVec } from '../conversions.js';
import { fail, type EvaluationState } from '../evaluation-state.js';
import { listArguments, type Call, type Implementation } from './call.js';

/** One double gives a double, one doubleVec a doubleVec (documented). */
function logarithm(calculate: (x: number) => number): Implementation {
  return (call) => {
    const { state, name, span, spans } = call;
    const each = (x: number): number => {
      if (x > 0) return calculate(x);
      state.unverified.add('logarithmDomain');
      if (state.profile.logarithmDomain === 'error') return fail(state, span, `${name} of ${x}`);
      return x === 0 ? -Infinity : NaN;
    };
    const value = call.values[0]!;
    if (value.type === 'double') return double(each(value.value));
    if (value.type === 'doubleVec') return doubleVec(value.value.map(each));
    return fail(state, spans[0]!, `${name} expects a double, found ${describeType(value.type)}`);
  };
}

export const lg: Implementation = logarithm(log2);
export const ln: Implementation = logarithm(naturalLogarithm);
export const log: Implementation = logarithm(log10);

function rounding(calculate: (x: number, call: Call) => number): Implementation {
  return (call) => {
    const { state, name, span, values } = call;
    const [only] = values;
    if (values.length === 1 && only?.type === 'double') {
      return double(calculate(only.value, call));
    }
    const numbers = listArguments(call);
    state.unverified.add('roundingOfVector');
    if (state.profile.roundingOfVector === 'error') {
      return fail(state, span, `${name} expects one double`);
    }
    return doubleVec(numbers.map((x) => calculate(x, call)));
  };
}

export const ceil: Implementation = rounding((x) => Math.ceil(x));
export const floor: Implementation = rounding((x) => Math.floor(x));

export const round: Implementation = rounding((x, { state }) => nearestWhole(state, x));

/** The nearest whole number; where two are, the switch roundHalf decides. */
export function nearestWhole(state: EvaluationState, x: number): number {
  const magnitude = Math.abs(x);
  const below = Math.floor(magnitude);
  // Exact: a double with a fraction of one half has the fraction as a bit of its own.
  const isHalf = magnitude - below === 0.5;
  if (isHalf) state.unverified.add('roundHalf');
  const toEven = isHalf && state.profile.roundHalf === 'even' && below % 2 === 0;
  const rounded = toEven ? below : Math.round(magnitude);
  return x < 0 ? -rounded : rounded;
}
