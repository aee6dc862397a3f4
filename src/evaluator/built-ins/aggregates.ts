import type { Span } from '../../base/text/source-text.js';
import { double } from '../conversions.js';
import { fail, type EvaluationState } from '../evaluation-state.js';
import { doubleArgument, listArguments, vectorArgument, type Implementation } from './call.js';

/** An aggregate whose result for no numbers is open, and follows a switch. */
function overNumbers(
  emptySwitch: 'emptyAggregate' | 'emptyExtremum',
  aggregate: (numbers: readonly number[]) => number,
): Implementation {
  return (call) => {
    const numbers = listArguments(call);
    const { state, name, span } = call;
    if (numbers.length > 0) return double(aggregate(numbers));
    return double(ofNone(state, emptySwitch, name, span));
  };
}

/** The aggregate of no numbers at all. */
export function ofNone(
  state: EvaluationState,
  emptySwitch: 'emptyAggregate' | 'emptyExtremum',
  name: string,
  span: Span,
): number {
  state.unverified.add(emptySwitch);
  if (state.profile[emptySwitch] === 'zero') return 0;
  return fail(state, span, `${name} of no numbers`);
}

function total(numbers: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

/** Math.max of two numbers gives NaN when either is NaN, which is the ruling for both. */
function largest(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b));
}

function smallest(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b));
}

export const sum: Implementation = overNumbers('emptyAggregate', total);
export const avg: Implementation = overNumbers('emptyAggregate', (v) => total(v) / v.length);
export const norm: Implementation = overNumbers('emptyAggregate', (v) =>
  Math.sqrt(total(v.map((x) => x * x))),
);
export const max: Implementation = overNumbers('emptyExtremum', largest);
export const min: Implementation = overNumbers('emptyExtremum', smallest);
export const range: Implementation = overNumbers('emptyExtremum', (v) => largest(v) - smallest(v));

export const len: Implementation = (call) => double(listArguments(call).length);

/** Sample standard deviation, divisor n - 1 (documented). */
export const std: Implementation = (call) => {
  const numbers = listArguments(call);
  if (numbers.length < 2) {
    call.state.unverified.add('stdOfFew');
    if (call.state.profile.stdOfFew === 'zero') return double(0);
    return fail(call.state, call.span, 'std of fewer than two numbers');
  }
  const mean = total(numbers) / numbers.length;
  const squares = total(numbers.map((x) => (x - mean) * (x - mean)));
  return double(Math.sqrt(squares / (numbers.length - 1)));
};

/** Element of a sorted vector, p from 0 to 100. */
function nearestRank(sorted: readonly number[], p: number): number {
  return sorted[Math.max(1, Math.ceil((p * sorted.length) / 100)) - 1]!;
}

/** Between the two elements around the place of p, which runs from 0 to 100. */
function interpolated(sorted: readonly number[], p: number): number {
  const position = (p * (sorted.length - 1)) / 100;
  const below = Math.floor(position);
  const low = sorted[below]!;
  // Not by the formula below, which makes NaN of infinities.
  if (position === below) return low;
  const high = sorted[below + 1]!;
  if (low === high) return low;
  return low + (high - low) * (position - below);
}

export const percentile: Implementation = (call) => {
  const { state, spans } = call;
  const { profile, unverified } = state;
  const sorted = [...vectorArgument(call, 0)].sort((a, b) => a - b);
  const given = doubleArgument(call, 1);
  if (given !== 0) unverified.add('percentileScale');
  const p = profile.percentileScale === 'hundred' ? given : given * 100;
  if (!(p >= 0 && p <= 100)) return fail(state, spans[1]!, `percentile ${given} is out of range`);
  if (sorted.length === 0) return double(ofNone(state, 'emptyExtremum', call.name, call.span));
  if (sorted.some((x) => x !== x)) return double(NaN);
  // Every method gives the least element for 0 and the largest for 100.
  const settled = p === 0 || p === 100 || sorted[0] === sorted.at(-1);
  if (!settled) unverified.add('percentile');
  const element = profile.percentile === 'nearest-rank' ? nearestRank : interpolated;
  return double(element(sorted, p));
};
