import type { Surroundings } from './environment/collect-environment.js';
import type { JobScheduleLife } from './job-schedule/collect-job-schedule.js';
import type { JobTasks } from './job-tasks.js';

/** What of a log is looked at. */
export type Subject =
  | { readonly kind: 'job'; readonly jobId: string }
  | { readonly kind: 'jobSchedule'; readonly jobScheduleId: string }
  | { readonly kind: 'task'; readonly jobId: string; readonly taskId: string }
  | { readonly kind: 'node'; readonly nodeId: string }
  | { readonly kind: 'pool'; readonly poolId: string };

/** Something that happened to the subject. */
export interface LifeEntry {
  /** Milliseconds since the start of the run. */
  readonly t: number;
  readonly time: string;
  readonly text: string;
}

/** A stretch of time in one state; `to` is the end of the log for the last one. */
export interface LifeSpan {
  readonly state: string;
  readonly from: number;
  readonly to: number;
}

/** The life of one thing in a run: what happened, and the states it was in, both in order of time. */
export interface Life {
  readonly subject: Subject;
  readonly entries: readonly LifeEntry[];
  readonly spans: readonly LifeSpan[];
  /** For a job: what became of its tasks. */
  readonly tasks?: JobTasks;
  /** For a job schedule: its jobs, and what became of its recurrences. */
  readonly jobSchedule?: JobScheduleLife;
  /** For a task or a node: environment, directories and files. */
  readonly surroundings?: Surroundings;
  /** Time of the last line of the log, in milliseconds. */
  readonly logEnd: number;
}
