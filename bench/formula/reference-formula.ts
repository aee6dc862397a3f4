import { ticksPerMinute } from '../../src/base/time/ticks.js';
import type { PoolView } from '../../src/evaluator/pool-view.js';
import {
  createSnapshot,
  defaultSamplePeriod,
  emptyPool,
} from '../../src/metrics/metrics-snapshot.js';
import {
  addRange,
  largestInRange,
  rangeBetween,
  rangeOfLatest,
} from '../../src/metrics/sample-range.js';

/** A guard over a window of 30 samples, an average, the newest sample, and a decay: what most deployed formulas consist of. */
export const referenceFormula = `window = 15 * TimeInterval_Minute;
enough = $PendingTasks.GetSamplePercent(window) >= 70;
demand = enough ? avg($PendingTasks.GetSample(window)) : max(0, $PendingTasks.GetSample(1));
half = floor($TargetDedicatedNodes / 2);
$TargetDedicatedNodes = min(100, max(demand, half));
$NodeDeallocationOption = taskcompletion;
`;

const windowTicks = 15 * ticksPerMinute;
const expectedSamples = 30;

/** The sample store as functions, the same for every contender. */
export function samplePercent(view: PoolView): number {
  const range = rangeBetween(
    view.samples('$PendingTasks'),
    view.now,
    view.now - windowTicks,
    view.now,
  );
  return Math.min(100, (100 * range.count) / expectedSamples);
}

export function averageOfWindow(view: PoolView): number {
  const range = rangeBetween(
    view.samples('$PendingTasks'),
    view.now,
    view.now - windowTicks,
    view.now,
  );
  return addRange(0, range) / range.count;
}

export function newestSample(view: PoolView): number {
  return largestInRange(-Infinity, rangeOfLatest(view.samples('$PendingTasks'), view.now, 1));
}

/** The formula by hand: one look at the window serves the percentage and the average. */
export function byHand(view: PoolView): number {
  const series = view.samples('$PendingTasks');
  const range = rangeBetween(series, view.now, view.now - windowTicks, view.now);
  const enough = Math.min(100, (100 * range.count) / expectedSamples) >= 70;
  const demand = enough
    ? addRange(0, range) / range.count
    : Math.max(0, largestInRange(-Infinity, rangeOfLatest(series, view.now, 1)));
  const half = Math.floor(view.targetDedicatedNodes / 2);
  return Math.trunc(Math.min(100, Math.max(demand, half)));
}

/** 64 pools; a quarter of them has too few samples in the window. */
export const pools: readonly PoolView[] = Array.from({ length: 64 }, (_, i) =>
  createSnapshot({
    now: 0,
    samplePeriod: defaultSamplePeriod,
    pool: { ...emptyPool, targetDedicatedNodes: i },
    series: new Map([
      [
        '$PendingTasks',
        Array.from({ length: i % 4 === 3 ? 15 : 30 }, (_, k) => (i * 7 + k * 13) % 50),
      ],
    ]),
  }),
);
