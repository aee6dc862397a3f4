import type { Quanta } from '../base/time/quanta.js';
import type { TaskSettings } from './task-settings.js';

/**
 * A task as it enters the system. A stream may hand out the same object again and again: copy what is kept.
 */
export interface TaskArrival {
  /** Position in the stream's own source; with it, `TaskStream.taskId` names the task. */
  readonly index: number;
  /** Index of the job in the simulation input. */
  readonly job: number;
  /** Since the start of the run; never smaller than that of the arrival before. */
  readonly submitTime: Quanta;
  /** How long one attempt runs, from `running` to its end. */
  readonly runTime: Quanta;
  readonly requiredSlots: number;
  /** Exit code of every attempt whose settings do not say otherwise; 0 is success. */
  readonly exitCode: number;
  /** Absent (undefined) for a task without special features. */
  readonly settings?: TaskSettings | undefined;
}

/** Tasks in order of submission, produced one at a time. */
export interface TaskStream {
  next(): TaskArrival | undefined;
  /** Id of a task of this stream, unique within its job. */
  taskId(index: number): string;
}

/** A workload that can be opened any number of times, always with the same tasks. */
export interface TaskSource {
  open(): TaskStream;
  /** Number of tasks, where it is known without reading them. */
  readonly taskCount?: number;
}
