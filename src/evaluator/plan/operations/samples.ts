import type { Ticks, Timestamp } from '../../../base/time/ticks.js';
import { rangeBetween, rangeOfLatest } from '../../../metrics/sample-range.js';
import { checkedCount, checkedPercent, insufficientSamples } from '../../built-ins/methods.js';
import { samplePercent, windowBetween } from '../../built-ins/sample-window.js';
import type { EvaluationState } from '../../evaluation-state.js';
import type { PlanState, WindowInView } from '../plan-state.js';
import type { MethodSite } from '../site.js';
import type { Operation } from './operation.js';

/** The window from `first` to `second`, which a guard and the samples behind it ask for in turn: looked up once. */
function windowOf(
  state: PlanState,
  site: MethodSite,
  first: Timestamp,
  second: Timestamp,
): WindowInView {
  const { window } = state;
  const known = window.metric === site.metric && window.first === first && window.second === second;
  return known ? window : lookUp(state, site, first, second);
}

function lookUp(
  state: PlanState,
  { metric, span }: MethodSite,
  first: Timestamp,
  second: Timestamp,
): WindowInView {
  const { view, window } = state;
  const { from, to } = windowBetween(state, first, second, span);
  window.range = rangeBetween(view.samples(metric), view.now, from, to);
  window.percent = samplePercent(state, window.range.count, to - from);
  window.first = first;
  window.second = second;
  window.metric = metric;
  return window;
}

export type SampleOperation = 'before' | 'samplePercent' | 'samplesBetween' | 'latestSamples';

/** Sample methods that need no array: those whose samples are reduced at once, and the percentage of a window. */
export const samples: Readonly<Record<SampleOperation, Operation>> = {
  before: {
    run: (state: EvaluationState, _site: MethodSite, interval: Ticks) => state.view.now - interval,
    inline: ([interval]) => `state.view.now - ${interval}`,
  },
  samplePercent: {
    run: (state: PlanState, site: MethodSite, first: Timestamp, second: Timestamp) =>
      windowOf(state, site, first, second).percent,
  },
  samplesBetween: {
    run: (
      state: PlanState,
      site: MethodSite,
      first: Timestamp,
      second: Timestamp,
      wanted: number,
    ) => {
      checkedPercent(state, wanted, site.percentSpan);
      const { range, percent } = windowOf(state, site, first, second);
      return percent >= wanted ? range : insufficientSamples(state, site, percent, wanted);
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
