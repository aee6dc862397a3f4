import type { Quanta } from '../../base/time/quanta.js';
import type { AutoScaleRunError, NodeDeallocationOption } from '../../evaluator/autoscale-run.js';
import type { TaskConstraints, TaskSettings } from '../../workload/task-settings.js';
import type { TaskSource } from '../../workload/task-stream.js';
import type { AutoScaleEvaluator } from '../input/autoscale-settings.js';
import type { DisableTasks } from '../job/disable-tasks.js';
import type { OnAllTasksComplete } from '../input/job-input.js';
import type { JobInput } from '../input/job-input.js';
import type { PoolInput, StartTask } from '../input/pool-input.js';
import type { Download } from '../input/node-setup.js';
import type { JobScheduleInput } from '../input/job-schedule-input.js';
import type { Schedule } from '../job-schedule/recurrence.js';
import type { NodeSelector } from './node-selector.js';

/** What is asked of one pool. */
export interface OnPool {
  readonly poolId: string;
}

/** What is asked of nodes, one request each, in the order of their numbers. */
export interface OnNodes extends OnPool {
  readonly nodes: NodeSelector;
}

export interface ResizePool extends OnPool {
  readonly kind: 'resizePool';
  readonly targetDedicatedNodes?: number;
  readonly targetLowPriorityNodes?: number;
  readonly resizeTimeout?: Quanta;
  readonly nodeDeallocationOption?: NodeDeallocationOption;
}

export interface StopPoolResize extends OnPool {
  readonly kind: 'stopPoolResize';
}

/** All nodes in one request. */
export interface RemoveNodes extends OnNodes {
  readonly kind: 'removeNodes';
  readonly resizeTimeout?: Quanta;
  readonly nodeDeallocationOption?: NodeDeallocationOption;
}

/** A formula with its text, for the record; `createEvaluator` as in AutoScaleSettings. */
export interface AcceptedFormula {
  readonly formula: string;
  readonly createEvaluator: (random: () => number) => AutoScaleEvaluator;
}

/** A formula with a mistake: the request that brings it is refused. */
export interface RefusedFormula {
  readonly formula: string;
  readonly refused: AutoScaleRunError;
}

export type OperationFormula = AcceptedFormula | RefusedFormula;

/** On a pool that scales already, one of the two may be left out. */
export interface EnableAutoScale extends OnPool {
  readonly kind: 'enableAutoScale';
  readonly autoScaleFormula?: OperationFormula;
  readonly autoScaleEvaluationInterval?: Quanta;
}

export interface DisableAutoScale extends OnPool {
  readonly kind: 'disableAutoScale';
}

/** A dry run: the answer of the formula is recorded and nothing changes. */
export interface EvaluateAutoScale extends OnPool {
  readonly kind: 'evaluateAutoScale';
  readonly autoScaleFormula: OperationFormula;
}

export interface AddPool {
  readonly kind: 'addPool';
  readonly pool: PoolInput;
  /** Its formula, where the service does not accept it. */
  readonly refusedFormula?: RefusedFormula;
}

/** What is absent stays as it is. */
export interface UpdatePool extends OnPool {
  readonly kind: 'updatePool';
  readonly startTask?: StartTask;
  readonly applicationPackageReferences?: readonly Download[];
}

export interface DeletePool extends OnPool {
  readonly kind: 'deletePool';
}

/** What becomes of running tasks; requeue by default. */
export interface RebootNode extends OnNodes {
  readonly kind: 'rebootNode';
  readonly nodeRebootOption?: NodeDeallocationOption;
}

export interface ReimageNode extends OnNodes {
  readonly kind: 'reimageNode';
  readonly nodeReimageOption?: NodeDeallocationOption;
}

export interface DeallocateNode extends OnNodes {
  readonly kind: 'deallocateNode';
  readonly nodeDeallocateOption?: NodeDeallocationOption;
}

export interface StartNode extends OnNodes {
  readonly kind: 'startNode';
}

export interface DisableNodeScheduling extends OnNodes {
  readonly kind: 'disableNodeScheduling';
  readonly nodeDisableSchedulingOption?: Exclude<NodeDeallocationOption, 'retaineddata'>;
}

export interface EnableNodeScheduling extends OnNodes {
  readonly kind: 'enableNodeScheduling';
}

/** What is asked of one task. */
export interface OnTask {
  readonly jobId: string;
  readonly taskId: string;
}

/** A task of a request that adds some; times are quanta. */
export interface AddedTask {
  readonly id: string;
  readonly runTime: Quanta;
  readonly requiredSlots: number;
  readonly exitCode: number;
  readonly settings?: TaskSettings;
}

export interface AddTasks {
  readonly kind: 'addTasks';
  readonly jobId: string;
  readonly tasks: readonly AddedTask[];
}

/** The constraints are replaced as a whole: one that is absent has its default again. */
export interface UpdateTask extends OnTask {
  readonly kind: 'updateTask';
  readonly constraints?: TaskConstraints;
}

export interface TerminateTask extends OnTask {
  readonly kind: 'terminateTask';
}

export interface DeleteTask extends OnTask {
  readonly kind: 'deleteTask';
}

export interface ReactivateTask extends OnTask {
  readonly kind: 'reactivateTask';
}

/** What is asked of one job. */
export interface OnJob {
  readonly jobId: string;
}

export interface DisableJob extends OnJob {
  readonly kind: 'disableJob';
  readonly disableTasks: DisableTasks;
}

export interface EnableJob extends OnJob {
  readonly kind: 'enableJob';
}

export interface TerminateJob extends OnJob {
  readonly kind: 'terminateJob';
  /** UserTerminate by default. */
  readonly terminateReason?: string;
}

export interface DeleteJob extends OnJob {
  readonly kind: 'deleteJob';
}

/** The pool of the job need not be there: its tasks wait for one (service.md section 1.6). */
export interface AddJob {
  readonly kind: 'addJob';
  readonly job: JobInput;
  /** Submit times count from the creation of the job. */
  readonly tasks: TaskSource;
}

/** What may be changed of a job at any time; what is absent stays as it is. */
export interface JobSettings {
  readonly priority?: number | undefined;
  readonly maxParallelTasks?: number | undefined;
  readonly allowTaskPreemption?: boolean | undefined;
  readonly onAllTasksComplete?: OnAllTasksComplete | undefined;
  readonly constraints?:
    | {
        readonly maxWallClockTime?: Quanta | undefined;
        readonly maxTaskRetryCount?: number | undefined;
      }
    | undefined;
}

export interface UpdateJob extends OnJob, JobSettings {
  readonly kind: 'updateJob';
  readonly poolInfo?: { readonly poolId: string };
}

/** When a schedule creates its jobs; times since the start of the run. */
export type ScheduleTimes = Omit<Schedule, 'doNotRunUntil'> & { readonly doNotRunUntil?: Quanta };

/** What is asked of one job schedule. */
export interface OnJobSchedule {
  readonly jobScheduleId: string;
}

/** Its first recurrence is its creation where nothing is said of it. */
export interface AddJobSchedule {
  readonly kind: 'addJobSchedule';
  readonly jobSchedule: Omit<JobScheduleInput, 'schedule'> & { readonly schedule: ScheduleTimes };
}

export interface DisableJobSchedule extends OnJobSchedule {
  readonly kind: 'disableJobSchedule';
}

export interface EnableJobSchedule extends OnJobSchedule {
  readonly kind: 'enableJobSchedule';
}

export interface TerminateJobSchedule extends OnJobSchedule {
  readonly kind: 'terminateJobSchedule';
}

export interface DeleteJobSchedule extends OnJobSchedule {
  readonly kind: 'deleteJobSchedule';
}

/** The schedule is replaced as a whole, its first recurrence being now where nothing is said of it; of its jobs, what is absent stays as it is. */
export interface UpdateJobSchedule extends OnJobSchedule {
  readonly kind: 'updateJobSchedule';
  readonly schedule?: ScheduleTimes;
  readonly jobSpecification?: JobSettings;
}

/**
 * Something that a user asks of the service during a run, with the names of the REST interface. A new one needs its shape here,
 * a file that says what it does, a row in operation-table.ts, and a file in src/scenario/schema/operations.
 */
export type Operation =
  | ResizePool
  | StopPoolResize
  | RemoveNodes
  | EnableAutoScale
  | DisableAutoScale
  | EvaluateAutoScale
  | AddPool
  | UpdatePool
  | DeletePool
  | RebootNode
  | ReimageNode
  | DeallocateNode
  | StartNode
  | DisableNodeScheduling
  | EnableNodeScheduling
  | AddTasks
  | UpdateTask
  | TerminateTask
  | DeleteTask
  | ReactivateTask
  | AddJob
  | DisableJob
  | EnableJob
  | TerminateJob
  | DeleteJob
  | UpdateJob
  | AddJobSchedule
  | DisableJobSchedule
  | EnableJobSchedule
  | TerminateJobSchedule
  | DeleteJobSchedule
  | UpdateJobSchedule;

export type OperationKind = Operation['kind'];

/** The refusal of an operation, as the service answers it. */
export interface ServiceError {
  readonly httpStatus: number;
  readonly code: string;
  readonly message: string;
}

/** A request that was made in a run, and its answer; `error` is absent when the service accepted it. */
export interface OperationOutcome {
  readonly atSeconds: number;
  readonly kind: OperationKind;
  /** What it was about, as far as the operation names it. */
  readonly poolId?: string;
  readonly nodeId?: string;
  readonly jobId?: string;
  readonly jobScheduleId?: string;
  readonly taskId?: string;
  readonly httpStatus: number;
  readonly error?: ServiceError;
  /** What the formula of evaluateAutoScale answered. */
  readonly results?: string;
}
