import type { Quanta } from '../../base/time/quanta.js';
import type { TaskSource, TaskStream } from '../../workload/task-stream.js';
import type { JobInput, OnAllTasksComplete } from '../input/job-input.js';

/** States of a job (service.md section 3.1); `deleted` is ours: the object is gone. */
export const jobStates = [
  'active',
  'disabling',
  'disabled',
  'enabling',
  'terminating',
  'completed',
  'deleting',
  'deleted',
] as const;

export type JobStateName = (typeof jobStates)[number];

/** Why a job was terminated, as executionInfo.terminateReason says it; a user may give any text (service.md section 3.2). */
export type TerminateReason = string;

/** A job during a run: its settings that may be updated, and where it stands. */
export interface JobState {
  /** Index into `world.jobs`; the same as in the input for jobs that exist from the start. */
  readonly index: number;
  readonly input: JobInput;
  /** Index of the job schedule that created it; -1 for none. */
  readonly schedule: number;
  /** Names its tasks, which are its own; undefined for a job whose tasks are those of the input. */
  readonly taskStream: TaskStream | undefined;
  state: JobStateName;
  /** Index into `world.pools`; -1 while the job has no pool. */
  pool: number;
  priority: number;
  /** -1 for no limit. */
  maxParallelTasks: number;
  allowTaskPreemption: boolean;
  onAllTasksComplete: OnAllTasksComplete;
  /** Retries of its tasks that do not say otherwise; -1 is endless. */
  maxTaskRetryCount: number;
  /** From the creation of the job; undefined for no limit. */
  maxWallClockTime: Quanta | undefined;
  /** What the end of a task demands (service.md section 4.5), until it is done. */
  demanded: 'disable' | 'terminate' | undefined;
  /** Whether the scheduler may start tasks of it at this moment. */
  isOpen: boolean;
  /** Tasks that hold slots of nodes: those assigned, preparing and running. */
  onNodes: number;
  /** Submitted tasks that are not completed. */
  unfinished: number;
  /** Completed tasks that were not deleted; those completed with failure information have failed. */
  succeeded: number;
  failed: number;
  /** Tasks that the workload will still submit, as far as it matters: only then onAllTasksComplete waits for them. */
  toCome: number;
  readonly createdAt: Quanta;
  /** When it was completed; -1 before. */
  completedAt: Quanta;
  terminateReason: TerminateReason | undefined;
  /** Why it was completed before it could begin: its auto pool could not be created (service.md section 1.5). */
  schedulingError: { readonly code: string; readonly message: string } | undefined;
  /** Its job manager task; -1 where there is none, or it is completed. */
  managerTask: number;
  managerEnded: boolean;
  /** Whether its job manager task must restart and has found no node. */
  managerRestarts: boolean;
  /** Nodes on which its release task runs or will run, once it is ending; -1 before. */
  releasing: number;
  /** Order of the event of its longest time; -1 for none. */
  wallClockEvent: number;
}

/** Where a job that is created during the run comes from, and the tasks that come with it. */
export interface JobOrigin {
  /** Index of the schedule that creates it; -1 where a user does. */
  readonly schedule: number;
  /** Submit times count from the creation of the job. */
  readonly tasks: TaskSource;
}

export function createJobState(
  index: number,
  input: JobInput,
  now: Quanta,
  origin?: JobOrigin,
): JobState {
  return {
    index,
    input,
    schedule: origin?.schedule ?? -1,
    taskStream: origin?.tasks.open(),
    state: 'active',
    pool: input.pool,
    priority: input.priority ?? 0,
    maxParallelTasks: input.maxParallelTasks ?? -1,
    allowTaskPreemption: input.allowTaskPreemption ?? false,
    onAllTasksComplete: input.onAllTasksComplete ?? 'noaction',
    maxTaskRetryCount: input.maxTaskRetryCount,
    maxWallClockTime: input.maxWallClockTime,
    demanded: undefined,
    isOpen: true,
    onNodes: 0,
    unfinished: 0,
    succeeded: 0,
    failed: 0,
    toCome: 0,
    createdAt: now,
    completedAt: -1,
    terminateReason: undefined,
    schedulingError: undefined,
    managerTask: -1,
    managerEnded: false,
    managerRestarts: false,
    releasing: -1,
    wallClockEvent: -1,
  };
}

/** Whether a job has come to its end or is on its way there: it takes no tasks, and none of its tasks will start. */
export function isEnding({ state }: JobState): boolean {
  return (
    state === 'terminating' || state === 'completed' || state === 'deleting' || state === 'deleted'
  );
}

/** Whether all tasks of a job that ends with them are completed; a job without tasks counts as such (service.md section 3.2). */
export function isAllComplete({ onAllTasksComplete, unfinished, toCome }: JobState): boolean {
  return onAllTasksComplete === 'terminatejob' && unfinished === 0 && toCome === 0;
}

/** Whether a job ends now because its job manager task is completed. */
export function endsWithManager({ managerEnded, input }: JobState): boolean {
  return managerEnded && input.jobManagerTask?.killJobOnCompletion === true;
}
