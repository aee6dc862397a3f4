import fc, { type Arbitrary } from 'fast-check';

import { ticksPerSecond, type Timestamp } from '../../src/base/time/ticks.js';
import type { PoolView } from '../../src/evaluator/pool-view.js';
import { defaultSamplePeriod, emptyPool } from '../../src/metrics/metrics-snapshot.js';
import {
  appendSample,
  createSampleSeries,
  type SampleSeries,
} from '../../src/metrics/sample-series.js';

/** Samples of a metric, lost ones as NaN. */
const history: Arbitrary<readonly number[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: -3, max: 50 }) },
    { weight: 2, arbitrary: fc.double({ noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(NaN, -0, 0.5, 1e7) },
  ),
  { maxLength: 70 },
);

/** The last sample taken at `now`, visible after a delay; more samples than are retained wrap the ring. */
function seriesAt(
  now: Timestamp,
  values: readonly number[],
  delay: number,
  retained: number,
): SampleSeries {
  const period = defaultSamplePeriod;
  const grid = { origin: now - (values.length - 1) * period, period, delay };
  const series = createSampleSeries(grid, retained);
  for (const value of values) appendSample(series, value);
  return series;
}

/** Pools with histories that are empty, short, long, with gaps, delayed and wrapped; one metric has none at all. */
export const poolView: Arbitrary<PoolView> = fc
  .record({
    active: history,
    pending: history,
    nodes: fc.nat({ max: 20 }),
    now: fc.constantFrom(0, 195_019_200e7, -7),
    delay: fc.constantFrom(0, 0, 15, 40).map((seconds) => seconds * ticksPerSecond),
    retained: fc.constantFrom(500, 500, 12),
  })
  .map(({ active, pending, nodes, now, delay, retained }) => {
    const series = new Map(
      [
        ['$ActiveTasks', active] as const,
        ['$PendingTasks', pending] as const,
        ['$RunningTasks', active.slice(0, 9)] as const,
      ].map(([metric, values]) => [metric as string, seriesAt(now, values, delay, retained)]),
    );
    return {
      ...emptyPool,
      now,
      samplePeriod: defaultSamplePeriod,
      currentDedicatedNodes: nodes,
      currentLowPriorityNodes: nodes % 3,
      targetDedicatedNodes: nodes + 0.5,
      targetLowPriorityNodes: nodes % 4,
      samples: (metric) => series.get(metric),
    };
  });
