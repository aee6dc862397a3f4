import type { Ticks, Timestamp } from '../base/time/ticks.js';
import type { SampleSeries } from '../metrics/sample-series.js';

/** Everything that a formula can learn about its pool at one instant. */
export interface PoolView {
  readonly now: Timestamp;
  readonly currentDedicatedNodes: number;
  /** Preempted nodes included, as on the service. */
  readonly currentLowPriorityNodes: number;
  readonly targetDedicatedNodes: number;
  readonly targetLowPriorityNodes: number;
  readonly taskSlotsPerNode: number;
  readonly samplePeriod: Ticks;
  /** History of a sampled service variable, by its current name (`$PendingTasks`); undefined where nothing was ever sampled. */
  readonly samples: (metric: string) => SampleSeries | undefined;
}
