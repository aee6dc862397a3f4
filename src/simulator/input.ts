import type { Quanta } from '../base/time/quanta.js';
import type { Timestamp } from '../base/time/ticks.js';
import type { PriceBook } from '../pricing/price-book.js';
import type { EnvironmentSetting } from '../workload/task-settings.js';
import type { TaskSource } from '../workload/task-stream.js';
import type { AccountInput } from './account.js';
import type { AutoPoolInput } from './auto-pool/auto-pool-input.js';
import type { AutoScaleSettings } from './autoscale-settings.js';
import type { Fault } from './faults/fault.js';
import type { OnAllTasksComplete } from './job/job-state.js';
import type { JobScheduleInput } from './job-schedule/job-schedule-input.js';
import type { JobPreparationTask } from './job/preparation-state.js';
import type { JobReleaseTask } from './job/release-state.js';
import type { Condition } from './operations/condition.js';
import type { JobManagerTask } from './task/job-manager.js';
import type { Operation } from './operations/operation.js';
import type { NodeSetup, OperatingSystem } from './pool-setup.js';
import type { UpgradePolicy } from './upgrade/upgrade-policy.js';
import type { Parameters } from './parameters/parameters.js';

export interface StartTask {
  /** Seconds that the start task runs on every boot. */
  readonly runTime: number;
  /** Whether tasks wait for it (REST default true). */
  readonly waitForSuccess: boolean;
  /** Runs after the first that fails, on every boot; -1 is endless. REST default 0. */
  readonly maxTaskRetryCount?: number;
  /** Share of its runs that fail; 0 by default. */
  readonly failureShare?: number;
}

/** A pool with REST names. A pool scales by its formula or keeps its targets. */
export interface PoolInput {
  readonly id: string;
  readonly vmSize: string;
  /** Cores of a node and family of its size, for quotas; a pool without them is not limited. */
  readonly cores?: number;
  readonly vmFamily?: string;
  readonly taskSlotsPerNode: number;
  readonly nodeFillType: 'spread' | 'pack';
  /** Whether nodes may talk to one another, which multi-instance tasks need; REST default false. */
  readonly enableInterNodeCommunication?: boolean;
  /** Whether the image of its nodes is a managed image, from which a pool can be of limited size (service.md section 7). */
  readonly usesManagedImage?: boolean;
  /** Order among jobs of equal priority. REST default none: each has the same chance. */
  readonly jobDefaultOrder?: 'none' | 'creationtime';
  readonly targetDedicatedNodes: number;
  readonly targetLowPriorityNodes: number;
  readonly resizeTimeout: Quanta;
  readonly startTask?: StartTask;
  readonly autoScale?: AutoScaleSettings;
  readonly nodeSetup?: NodeSetup;
  readonly upgradePolicy?: UpgradePolicy;
  /** Disk of a node for files of tasks, packages and images; not limited by default. */
  readonly diskBytes?: number;
  /** Linux by default. */
  readonly operatingSystem?: OperatingSystem;
}

export interface JobInput {
  readonly id: string;
  /** Index into `pools`; -1 for a job with an auto pool, or on a pool that an operation adds. */
  readonly pool: number;
  /** Id of a pool that an operation adds. */
  readonly poolId?: string;
  readonly autoPool?: AutoPoolInput;
  /** -1000 to 1000; higher goes first. REST default 0. */
  readonly priority?: number;
  /** Retries of a task whose command ends with a nonzero exit code; -1 is endless. */
  readonly maxTaskRetryCount: number;
  /** Whether dependsOn of its tasks counts; REST default false. Ids of its finished tasks are remembered. */
  readonly usesTaskDependencies?: boolean;
  readonly jobManagerTask?: JobManagerTask;
  readonly preparationTask?: JobPreparationTask;
  /** Only beside a preparation task. */
  readonly releaseTask?: JobReleaseTask;
  /** Most tasks of the job on nodes at one time; -1 is no limit, the REST default. */
  readonly maxParallelTasks?: number;
  /** Whether tasks of jobs of higher priority may requeue running tasks of this one; false by default (S3.1). */
  readonly allowTaskPreemption?: boolean;
  /** What follows when all tasks are completed; REST default noaction. */
  readonly onAllTasksComplete?: OnAllTasksComplete;
  /** Whether the exit options of its tasks act on the job; REST default noaction. */
  readonly onTaskFailure?: 'noaction' | 'performexitoptionsjobaction';
  /** From the creation of the job to its termination; no limit by default. */
  readonly maxWallClockTime?: Quanta;
  /** How long the data of a completed task stay on its node; counts for option retaineddata. REST default P7D. */
  readonly retentionTime?: Quanta;
  /** For all its tasks, unless one says otherwise; changes nothing but what `inspect` shows. */
  readonly commonEnvironmentSettings?: readonly EnvironmentSetting[];
}

/** An operation and when it is tried: at a time since the start of the run, or from then on once a condition holds. */
export interface TimedOperation {
  readonly at: Quanta;
  readonly when?: Condition;
  readonly operation: Operation;
}

/** A new version of the operating system of a pool, and when it is there. */
export interface TimedOsUpgrade {
  readonly at: Quanta;
  /** Index into `pools`. */
  readonly pool: number;
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

export type { AutoScaleEvaluator, AutoScaleSettings } from './autoscale-settings.js';
export type { AccountInput } from './account.js';
export type { JobScheduleInput } from './job-schedule/job-schedule-input.js';
