import { ticksPerSecond, type Ticks, type Timestamp } from '../base/time/ticks.js';
import { variableRows, type MetricName } from '../language/variables.js';
import { appendSample, createSampleSeries, type SampleSeries } from './sample-series.js';

/** Node counts and slots of a pool, by their REST names. */
export interface PoolCounts {
  readonly currentDedicatedNodes: number;
  readonly currentLowPriorityNodes: number;
  readonly targetDedicatedNodes: number;
  readonly targetLowPriorityNodes: number;
  readonly taskSlotsPerNode: number;
}

export const emptyPool: PoolCounts = {
  currentDedicatedNodes: 0,
  currentLowPriorityNodes: 0,
  targetDedicatedNodes: 0,
  targetLowPriorityNodes: 0,
  taskSlotsPerNode: 1,
};

export const defaultSamplePeriod: Ticks = 30 * ticksPerSecond;

/** What somebody wrote down of a pool at one instant; a pool view for formulas. */
export interface MetricsSnapshot extends PoolCounts {
  readonly now: Timestamp;
  readonly samplePeriod: Ticks;
  readonly samples: (metric: string) => SampleSeries | undefined;
}

/** The parts of a snapshot; `start` is the instant of the first element of every series. */
export interface SnapshotParts {
  readonly now: Timestamp;
  readonly start?: Timestamp | undefined;
  readonly samplePeriod: Ticks;
  readonly pool: PoolCounts;
  /** Samples by current name of the metric, oldest first, NaN for missing ones. */
  readonly series: ReadonlyMap<MetricName, readonly number[]>;
}

/** The metric that a name means, old names included. */
export function metricNamed(name: string): MetricName | undefined {
  const row = variableRows.get(name);
  return row?.kind === 'sampled' ? row.id : undefined;
}

/** Without `start` the last element of each series is the sample at `now`. All of it is visible at once. */
export function createSnapshot({
  now,
  start,
  samplePeriod,
  pool,
  series,
}: SnapshotParts): MetricsSnapshot {
  const byMetric = new Map<string, SampleSeries>();
  for (const [metric, values] of series) {
    const origin = start ?? now - (values.length - 1) * samplePeriod;
    const grid = { origin, period: samplePeriod, delay: 0 };
    const samples = createSampleSeries(grid, Math.max(1, values.length));
    for (const value of values) appendSample(samples, value);
    byMetric.set(metric, samples);
  }
  return { ...pool, now, samplePeriod, samples: (metric) => byMetric.get(metric) };
}
