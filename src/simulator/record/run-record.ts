import type { FaultRecord } from '../faults/fault.js';
import type { OperationOutcome } from '../operations/operation.js';
import type { OsUpgradeRecord } from '../upgrade/upgrade-state.js';
import type { AutoScaleRunRecord } from '../pool/autoscale-run-record.js';
import type { JobsOfRecord } from './job-record.js';
import type { CostStatement } from '../../pricing/cost-statement.js';
import type { NodeKind } from '../../pricing/price-book.js';

/**
 * What a run was and what came of it: the JSON answer of `simulate`. Times are seconds since the start of the run unless a
 * name ends in `Time` and holds an ISO instant. `null` stands for a figure that does not exist (the mean of nothing).
 */
export interface RunRecord extends JobsOfRecord {
  readonly version: 1;
  readonly name: string;
  readonly seed: string;
  readonly startTime: string;
  readonly end: RunEnd;
  readonly tasks: TaskFigures;
  readonly wait: WaitFigures;
  /** End of the last attempt of any task. */
  readonly makespanSeconds: number;
  readonly pools: readonly PoolRecord[];
  /** Operations of the scenario with the service's answers. */
  readonly operations: readonly OperationOutcome[];
  /** Operations whose condition never held, in the order of the scenario; absent without any. */
  readonly untriedOperations?: readonly Omit<OperationOutcome, 'atSeconds' | 'httpStatus'>[];
  /** Faults of the scenario with how often they struck; absent without any. */
  readonly faults?: readonly FaultRecord[];
  /** New versions of the operating system, by pool; absent without any. */
  readonly osUpgrades?: readonly OsUpgradeRecord[];
  /** Absent where no prices were given. */
  readonly cost?: CostStatement;
  /** Profile switches for unsettled behaviour of the formula language that an evaluation passed through. */
  readonly unverified: readonly string[];
  /** What the reader must know to read the figures: what was not modelled, re-timed, skipped. */
  readonly notes: readonly string[];
  /** Work done, for benchmarks. */
  readonly events: number;
}

/**
 * `drained`: every task final and every pool at rest. `time`: the fixed end. `interrupted`: stopped from outside, figures
 * cover what was simulated. `stalled`: the tasks left over can never end.
 */
export interface RunEnd {
  readonly reason: 'drained' | 'time' | 'interrupted' | 'stalled';
  readonly atSeconds: number;
  readonly partial: boolean;
  /** Of a stalled run: the first tasks that can never end, with the reason. */
  readonly stalledTasks?: readonly {
    readonly jobId: string;
    readonly taskId: string;
    readonly reason: string;
  }[];
}

export interface TaskFigures {
  readonly submitted: number;
  readonly succeeded: number;
  readonly failed: number;
  /** Still queued at the end, of which some may have run before and been requeued. */
  readonly active: number;
  /** Of the active ones, those that wait for the tasks they depend on. */
  readonly blocked: number;
  readonly running: number;
  readonly neverStarted: number;
  /** Times that a task entered `running`. */
  readonly attempts: number;
  /** Attempts after a nonzero exit code. */
  readonly retries: number;
  /** Attempts cut short because a node left with option requeue. */
  readonly requeues: number;
  /** Attempts cut short by the service itself: preemption, unusable and unknown nodes. */
  readonly recoveries: number;
  /** Tasks completed with failure information, failed and terminated ones, by its code: FailureExitCode, TaskEnded, ... */
  readonly failureCodes: Readonly<Record<string, number>>;
  /** Tasks stopped for good: a node left with option terminate, a user asked for it, or they were 180 days old. */
  readonly terminated: number;
  /** Tasks that could not be added because their job was ending or had ended, or had a task of their id; absent without any. */
  readonly refused?: number;
}

/** Wait = first `running` minus submission, or minus the success of its last parent, over the tasks that started. Quantiles are within 0.1 %. */
export interface WaitFigures {
  readonly tasks: number;
  readonly totalSeconds: number;
  readonly meanSeconds: number | null;
  readonly p50Seconds: number | null;
  readonly p95Seconds: number | null;
  readonly p99Seconds: number | null;
  readonly maxSeconds: number | null;
}

/** Node time of one kind in one pool. */
export interface NodeTimeFigures {
  /** From creating to gone. */
  readonly presentSeconds: number;
  /** By the rules of `bill.from` and `bill.quantum_s`. */
  readonly billedSeconds: number;
  /** In state running. */
  readonly runningSeconds: number;
  readonly idleSeconds: number;
  /** In creating, starting, waitingforstarttask, rebooting, reimaging and upgradingos. */
  readonly bootingSeconds: number;
  /** In leavingpool. */
  readonly leavingSeconds: number;
  /** In preempted: part of the pool, without a VM and without a charge. */
  readonly preemptedSeconds: number;
  /** In offline, starttaskfailed, unusable, unknown, deallocating and deallocated. */
  readonly unavailableSeconds: number;
  /** Slots held by tasks, times time. */
  readonly slotSeconds: number;
  readonly allocated: number;
  readonly removed: number;
  readonly preemptions: number;
  readonly peakNodes: number;
}

export interface PoolRecord {
  readonly id: string;
  readonly vmSize: string;
  readonly taskSlotsPerNode: number;
  readonly nodes: Readonly<Record<NodeKind, NodeTimeFigures>>;
  /** Largest number of nodes of both kinds at one time. */
  readonly peakNodes: number;
  readonly resizes: number;
  /** Ends of resizes by result code: Success, AllocationTimedout, Replaced, ... */
  readonly resizeResults: Readonly<Record<string, number>>;
  /** Errors of the last resize, as `az batch pool show` prints them. */
  readonly resizeErrors: readonly { readonly code: string; readonly message: string }[];
  readonly autoScale?: AutoScaleRecord;
  readonly series: PoolSeries;
}

export interface AutoScaleRecord {
  readonly formula: string;
  readonly evaluationIntervalSeconds: number;
  readonly evaluations: number;
  readonly failedEvaluations: number;
  readonly runs: readonly AutoScaleRunRecord[];
}

/**
 * Course of a pool in equal steps, for pictures: `stepSeconds` grows with the length of the run so that the number of steps
 * stays bounded. Node and task counts are time averages over a step; targets are the values at its end.
 */
export interface PoolSeries {
  readonly stepSeconds: number;
  readonly dedicatedNodes: readonly number[];
  readonly spotNodes: readonly number[];
  /** Nodes of both kinds that were idle. */
  readonly idleNodes: readonly number[];
  readonly targetDedicatedNodes: readonly number[];
  readonly targetLowPriorityNodes: readonly number[];
  readonly activeTasks: readonly number[];
  readonly runningTasks: readonly number[];
  /** Billed node time within the step, before rounding to the billing quantum, in seconds. */
  readonly billedDedicatedSeconds: readonly number[];
  readonly billedSpotSeconds: readonly number[];
}
