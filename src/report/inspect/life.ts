import type { Surroundings } from './environment/collect-environment.js';
import type { JobScheduleLife } from './job-schedule/collect-job-schedule.js';
import type { JobTasks } from './job-tasks.js';
import type { LifeEntry, LifeSpan, Subject } from './life-entry.js';

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
