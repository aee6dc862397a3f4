import type { Ticks, Timestamp } from '../../../base/time/ticks.js';
import { rangeBetween, rangeOfLatest, type SampleRange } from '../../../metrics/sample-range.js';
import { checkedCount, checkedPercent, insufficientSamples } from '../../built-ins/methods.js';
import { samplePercent, windowBetween } from '../../built-ins/sample-window.js';
import type { EvaluationState } from '../../evaluation-state.js';
import type { PlanState } from '../plan-state.js';
import type { MethodSite } from '../site.js';
import type { Operation } from './operation.js';

function windowOf(
  { view, window }: PlanState,
  metric: string,
  from: Timestamp,
  to: Timestamp,
): SampleRange {
  const known = window.metric === metric && window.from === from && window.to === to;
  if (known && window.range !== undefined) return window.range;
  window.metric = metric;
  window.from = from;
  window.to = to;
  return (window.range = rangeBetween(view.samples(metric), view.now, from, to));
}

export type SampleOperation = 'before' | 'samplePercent' | 'samplesBetween' | 'latestSamples';

/** Sample methods that need no array: those whose samples are reduced at once, and the percentage of a window. */
export const samples: Readonly<Record<SampleOperation, Operation>> = {
  before: {
    total: true,
    run: (state: EvaluationState, _site: MethodSite, interval: Ticks) => state.view.now - interval,
    inline: ([interval]) => `state.view.now - ${interval}`,
  },
  samplePercent: {
    run: (state: PlanState, { metric, span }: MethodSite, first: Timestamp, second: Timestamp) => {
      const { from, to } = windowBetween(state, first, second, span);
      return samplePercent(state, windowOf(state, metric, from, to).count, to - from);
    },
  },
  samplesBetween: {
    run: (
      state: PlanState,
      site: MethodSite,
      first: Timestamp,
      second: Timestamp,
      percent: number,
    ) => {
      const wanted = checkedPercent(state, percent, site.percentSpan);
      const { from, to } = windowBetween(state, first, second, site.span);
      const range = windowOf(state, site.metric, from, to);
      const received = samplePercent(state, range.count, to - from);
      return received >= wanted ? range : insufficientSamples(state, site, received, wanted);
    },
  },
  latestSamples: {
    run: (state: EvaluationState, { metric, spans }: MethodSite, count: number) => {
      const { view } = state;
      const checked = checkedCount(state, count, spans[0]!);
      return rangeOfLatest(view.samples(metric), view.now, checked);
    },
  },
};
