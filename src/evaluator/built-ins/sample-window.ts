import type { Ticks, Timestamp } from '../../base/time/ticks.js';
import { samplesBetween } from '../../metrics/sample-series.js';
import type { Span } from '../../base/text/source-text.js';
import { describeType } from '../../language/static-type.js';
import { fail, type EvaluationState } from '../evaluation-state.js';
import type { Value } from '../value.js';
import type { MethodCall } from './method-call.js';

/** The instants after `from` up to and with `to`. */
export interface SampleWindow {
  readonly from: Timestamp;
  readonly to: Timestamp;
}

export function isWindowEnd(value: Value | undefined): boolean {
  return value?.type === 'timeinterval' || value?.type === 'timestamp';
}

/** An interval looks back from now. */
function instantOf(call: MethodCall, index: number): Timestamp {
  const { state, values, spans, name } = call;
  const value = values[index]!;
  if (value.type === 'timestamp') return value.value;
  if (value.type === 'timeinterval') return state.view.now - value.value;
  const found = describeType(value.type);
  return fail(state, spans[index]!, `${name} expects a timeinterval or timestamp, found ${found}`);
}

/** The window of the first `ends` arguments, in either order (both orders are in use); one end reaches to now. */
export function windowOf(call: MethodCall, ends: 1 | 2): SampleWindow {
  const first = instantOf(call, 0);
  const second = ends === 2 ? instantOf(call, 1) : call.state.view.now;
  return windowBetween(call.state, first, second, call.span);
}

export function windowBetween(
  state: EvaluationState,
  first: Timestamp,
  second: Timestamp,
  span: Span,
): SampleWindow {
  const { now } = state.view;
  const from = Math.min(first, second);
  const to = Math.max(first, second);
  if (from === to) return fail(state, span, 'The sample window has no length');
  if (to > now) return fail(state, span, 'The sample window ends in the future');
  return { from, to };
}

/** How many samples a window should hold: documented as window / period, at least one. */
function expectedSamples(state: EvaluationState, length: Ticks): number {
  const exact = length / state.view.samplePeriod;
  if (Number.isInteger(exact)) return exact;
  state.unverified.add('expectedSamples');
  const whole = state.profile.expectedSamples === 'floor' ? Math.floor(exact) : Math.round(exact);
  return Math.max(1, whole);
}

export interface WindowSamples {
  /** Oldest first. */
  readonly samples: readonly number[];
  /** 0 to 100. */
  readonly percent: number;
}

export function readWindow(call: MethodCall, { from, to }: SampleWindow): WindowSamples {
  const { state, metric } = call;
  const { view } = state;
  const series = view.samples(metric);
  const samples = series === undefined ? [] : samplesBetween(series, view.now, from, to);
  return { samples, percent: samplePercent(state, samples.length, to - from) };
}

/** How much of a window of that length some samples are, 0 to 100. */
export function samplePercent(state: EvaluationState, count: number, length: Ticks): number {
  return Math.min(100, (100 * count) / expectedSamples(state, length));
}
