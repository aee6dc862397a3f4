import type { Quanta } from '../../base/time/quanta.js';
import type { Timestamp } from '../../base/time/ticks.js';
import type { PriceBook } from '../../pricing/price-book.js';
import type { TaskSource } from '../../workload/task-stream.js';
import type { Fault } from '../faults/fault.js';
import type { Condition } from '../operations/condition.js';
import type { Operation } from '../operations/operation.js';
import type { Parameters } from '../parameters/parameters.js';
import type { AccountInput } from './account-input.js';
import type { JobInput } from './job-input.js';
import type { JobScheduleInput } from './job-schedule-input.js';
import type { PoolInput } from './pool-input.js';

/** An operation and when it is tried: at a time since the start of the run, or from then on once a condition holds. */
export interface TimedOperation {
  readonly at: Quanta;
  readonly when?: Condition;
  readonly operation: Operation;
}

/** A new version of the operating system of a pool, and when it is there. */
export interface TimedOsUpgrade {
  readonly at: Quanta;
  /** For the pool that has this id at the time. */
  readonly poolId: string;
}

/** When a run ends: once everything is done, or after a fixed time. */
export type RunUntil =
  { readonly kind: 'drained' } | { readonly kind: 'time'; readonly at: Quanta };

export interface SimulationInput {
  readonly name: string;
  readonly seed: string;
  /** Instant of simulated time 0. */
  readonly start: Timestamp;
  readonly until: RunUntil;
  readonly account?: AccountInput;
  readonly accountName?: string;
  readonly pools: readonly PoolInput[];
  readonly jobs: readonly JobInput[];
  readonly jobSchedules?: readonly JobScheduleInput[];
  /** Tasks of the jobs that exist from the start. */
  readonly tasks: TaskSource;
  readonly parameters: Parameters;
  /** What users ask of the service during the run, in order of time. */
  readonly operations?: readonly TimedOperation[];
  /** New versions of the operating system, and the pools that get them. */
  readonly osUpgrades?: readonly TimedOsUpgrade[];
  /** What goes wrong around the service. */
  readonly faults?: readonly Fault[];
  readonly prices?: PriceBook;
  /** Whether pools have samples of the resource metrics ($CPUPercent, $MemoryBytes, ...), from the usage of their tasks. */
  readonly sampleResources?: boolean;
  /** Remarks on the input that the report repeats ("arrivals as recorded, not re-timed"). */
  readonly notes: readonly string[];
}
