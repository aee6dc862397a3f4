import type { Timestamp } from '../../base/time/ticks.js';
import type { PriceBook } from '../../pricing/price-book.js';
import type { Profile } from '../../profile/profile.js';
import type { Fault } from '../../simulator/faults/fault.js';
import type { RunUntil, TimedOsUpgrade } from '../../simulator/input/simulation-input.js';
import type { PoolFormula } from '../formula/pool-formula.js';
import type { ScenarioFile } from '../schema/scenario-schema.js';
import type { AlignedTrace } from './align-traces.js';
import type { PreparedJob } from './read-auto-pool.js';
import type { PreparedOperation } from './prepared-operation.js';
import type { ScheduledWorkload } from './scheduled-workload.js';
import type { Workload } from './workload.js';

/** A scenario with all its files read; what remains depends on seed and formula only. */
export interface PreparedScenario {
  readonly name: string;
  readonly seed: string;
  readonly file: ScenarioFile;
  readonly profile: Profile | undefined;
  /** Formula of each pool that has one, by index of the pool. */
  readonly formulas: ReadonlyMap<number, PoolFormula>;
  readonly start: Timestamp;
  readonly until: RunUntil;
  readonly jobs: readonly PreparedJob[];
  readonly jobSchedules: readonly ScheduledWorkload[];
  /** In order of time. */
  readonly operations: readonly PreparedOperation[];
  readonly osUpgrades: readonly TimedOsUpgrade[];
  readonly faults: readonly Fault[];
  readonly workloads: readonly Workload[];
  readonly traces: ReadonlyMap<Workload, AlignedTrace>;
  readonly prices: PriceBook | undefined;
  readonly notes: readonly string[];
}
