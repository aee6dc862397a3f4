import type { Ticks, Timestamp } from '../../base/time/ticks.js';
import type { TargetName } from '../../language/variables.js';
import { latestSamples, samplesBetween } from '../../metrics/sample-series.js';
import type { EvaluationState } from '../evaluation-state.js';
import { readTarget } from '../targets.js';
import { longestInterval } from '../time-arithmetic.js';

/**
 * Thrown by a plan where something out of the ordinary happens (an error, a switch that decides): the interpreter then
 * evaluates the formula from the start and gives the answer. A plan reads its view only, so that nothing happens twice.
 */
export const leavePlan: unique symbol = Symbol('leave the plan');

function leave(): never {
  // Not an Error: it never reaches a caller, and a stack trace would cost more than the evaluation.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw leavePlan;
}

/** What generated code calls. */
export interface PlanRuntime {
  readonly leave: () => never;
  readonly interval: (ticks: number) => Ticks;
  readonly round: (x: number) => number;
  readonly target: (state: EvaluationState, name: TargetName) => number;
  readonly latest: (
    state: EvaluationState,
    metric: string,
    count: number,
    ordered: boolean,
  ) => readonly number[];
  readonly window: (
    state: EvaluationState,
    metric: string,
    first: Timestamp,
    second: Timestamp,
    wanted: number,
    ordered: boolean,
  ) => readonly number[];
  readonly percent: (
    state: EvaluationState,
    metric: string,
    first: Timestamp,
    second: Timestamp,
  ) => number;
}

/** Samples of a window in which nothing is open, with their percentage of the expected number. */
function readWindow(
  { view }: EvaluationState,
  metric: string,
  first: Timestamp,
  second: Timestamp,
): { readonly samples: readonly number[]; readonly percent: number } {
  const from = Math.min(first, second);
  const to = Math.max(first, second);
  const expected = (to - from) / view.samplePeriod;
  if (from === to || to > view.now || !Number.isInteger(expected)) return leave();
  const series = view.samples(metric);
  const samples = series === undefined ? [] : samplesBetween(series, view.now, from, to);
  return { samples, percent: Math.min(100, (100 * samples.length) / expected) };
}

/** Notes the switch sampleOrder where the samples would read otherwise backwards. */
function noteOrder(state: EvaluationState, samples: readonly number[]): void {
  const last = samples.length - 1;
  if (samples.some((sample, index) => sample !== samples[last - index])) {
    state.unverified.add('sampleOrder');
  }
}

export const planRuntime: PlanRuntime = {
  leave,
  interval: (ticks) =>
    Number.isInteger(ticks) && Math.abs(ticks) <= longestInterval ? ticks : leave(),
  round: (x) => {
    const magnitude = Math.abs(x);
    if (magnitude - Math.floor(magnitude) === 0.5) return leave();
    const rounded = Math.round(magnitude);
    return x < 0 ? -rounded : rounded;
  },
  target: readTarget,
  latest: (state, metric, count, ordered) => {
    if (!(count >= 1) || !Number.isInteger(count)) return leave();
    const series = state.view.samples(metric);
    const samples = series === undefined ? [] : latestSamples(series, state.view.now, count);
    if (ordered) noteOrder(state, samples);
    return samples;
  },
  window: (state, metric, first, second, wanted, ordered) => {
    if (!(wanted >= 0 && wanted <= 100)) return leave();
    const { samples, percent } = readWindow(state, metric, first, second);
    if (!(percent >= wanted)) return leave();
    if (ordered) noteOrder(state, samples);
    return samples;
  },
  percent: (state, metric, first, second) => readWindow(state, metric, first, second).percent,
};
