import type { Span } from '../../base/text/source-text.js';
import type { MethodName } from '../../language/methods.js';
import { historyBegin, latestSamples, sampleCount } from '../../metrics/sample-series.js';
import { double, doubleVec } from '../conversions.js';
import { formatNumber } from '../display/format-number.js';
import { fail, type EvaluationState } from '../evaluation-state.js';
import { FormulaFailure } from '../failure.js';
import type { Value } from '../value.js';
import { doubleArgument } from './call.js';
import type { MethodCall } from './method-call.js';
import { isWindowEnd, readWindow, windowOf } from './sample-window.js';

/** What GetSample of a window demands when the formula names no percentage (recorded: "wanted 70%"). */
export const defaultSamplePercent = 70;

function inOrder({ state, orderMatters }: MethodCall, samples: readonly number[]): Value {
  const last = samples.length - 1;
  const sameBackwards = samples.every((sample, index) => sample === samples[last - index]);
  if (orderMatters && !sameBackwards) state.unverified.add('sampleOrder');
  return doubleVec(state.profile.sampleOrder === 'oldest-first' ? samples : [...samples].reverse());
}

function latest(call: MethodCall): Value {
  const { state, metric, spans } = call;
  const count = checkedCount(state, doubleArgument(call, 0), spans[0]!);
  const series = state.view.samples(metric);
  return inOrder(call, series === undefined ? [] : latestSamples(series, state.view.now, count));
}

function getSample(call: MethodCall): Value {
  const { state, values, spans } = call;
  if (!isWindowEnd(values[0])) {
    if (values.length > 1) {
      return fail(state, spans[0]!, 'GetSample of a count takes no further argument');
    }
    return latest(call);
  }
  const ends = isWindowEnd(values[1]) ? 2 : 1;
  if (values.length > ends + 1) {
    return fail(state, spans[ends]!, 'GetSample takes one samplePercent');
  }
  const wanted =
    values.length > ends
      ? checkedPercent(state, doubleArgument(call, ends), spans[ends]!)
      : defaultSamplePercent;
  const { samples, percent } = readWindow(call, windowOf(call, ends));
  if (!(percent >= wanted)) return insufficientSamples(state, call, percent, wanted);
  return inOrder(call, samples);
}

export function checkedCount(state: EvaluationState, count: number, span: Span): number {
  if (count >= 1 && Number.isInteger(count)) return count;
  return fail(state, span, `GetSample expects a whole count of at least 1, found ${count}`);
}

export function checkedPercent(state: EvaluationState, percent: number, span: Span): number {
  if (percent >= 0 && percent <= 100) return percent;
  return fail(state, span, `GetSample expects a percentage of 0 to 100, found ${percent}`);
}

export function insufficientSamples(
  state: EvaluationState,
  { metricName, parenthesis }: Pick<MethodCall, 'metricName' | 'parenthesis'>,
  percent: number,
  wanted: number,
): never {
  if (!Number.isInteger(percent)) state.unverified.add('receivedPercent');
  const received =
    state.profile.receivedPercent === 'floor' ? Math.floor(percent) : Math.round(percent);
  throw new FormulaFailure(
    'InsufficientSampleData',
    parenthesis.start,
    `Insufficient data from data set: ${metricName} wanted ${formatNumber(wanted)}%, received ${received}%`,
  );
}

function getSamplePercent(call: MethodCall): Value {
  return double(readWindow(call, windowOf(call, call.values.length === 2 ? 2 : 1)).percent);
}

function getSamplePeriod({ state }: MethodCall): Value {
  return { type: 'timeinterval', value: state.view.samplePeriod };
}

function count({ state, metric }: MethodCall): Value {
  const series = state.view.samples(metric);
  return double(series === undefined ? 0 : sampleCount(series, state.view.now));
}

function historyBeginTime({ state, metric, span }: MethodCall): Value {
  const { now, samples } = state.view;
  const series = samples(metric);
  const begin = series === undefined ? undefined : historyBegin(series, now);
  if (begin !== undefined) return { type: 'timestamp', value: begin };
  state.unverified.add('emptyHistoryBegin');
  if (state.profile.emptyHistoryBegin === 'now') return { type: 'timestamp', value: now };
  return fail(state, span, 'HistoryBeginTime of a metric without samples');
}

/** A method of the language table without an implementation does not compile. */
export const methodImplementations: Readonly<Record<MethodName, (call: MethodCall) => Value>> = {
  GetSample: getSample,
  GetSamplePercent: getSamplePercent,
  GetSamplePeriod: getSamplePeriod,
  Count: count,
  HistoryBeginTime: historyBeginTime,
};
