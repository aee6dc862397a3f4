import type { JobScheduleStateName } from '../job-schedule/job-schedule-state.js';
import type { JobStateName, TerminateReason } from '../job/job-state.js';
import type { TaskCounts } from '../job/task-counts.js';

/** A job at the end of a run. */
export interface JobRecord {
  readonly id: string;
  /** Its latest pool; null where it has none. */
  readonly poolId: string | null;
  readonly state: JobStateName;
  /** Of a job that a schedule created. */
  readonly jobScheduleId?: string;
  readonly createdSeconds: number;
  /** When it was completed; null before, and for a job that was deleted before. */
  readonly completedSeconds: number | null;
  readonly terminateReason?: TerminateReason;
  /** Its tasks by state, as the operation of the service gives them; absent for a job that was deleted with its tasks. */
  readonly taskCounts?: TaskCounts;
}

/** Counts over all jobs of a run, listed or not. */
export interface JobFigures {
  readonly created: number;
  /** Jobs by the state that they are in, states without any left out; `deleted` is ours. */
  readonly states: Readonly<Partial<Record<JobStateName, number>>>;
  /** Completed jobs by terminateReason, in the order of the texts. */
  readonly terminateReasons: Readonly<Record<TerminateReason, number>>;
}

/** A job schedule at the end of a run. */
export interface JobScheduleRecord {
  readonly id: string;
  readonly state: JobScheduleStateName;
  readonly jobsCreated: number;
  /** Recurrences that went without a job; not one that can still be made up for. */
  readonly recurrencesMissed: number;
  /** Its latest job; absent before the first. */
  readonly recentJobId?: string;
}

/** What a record says of jobs; empty for a single job that stayed active, of which the tasks tell everything. */
export interface JobsOfRecord {
  readonly jobFigures?: JobFigures;
  /** In order of creation, the first 1,000. */
  readonly jobs?: readonly JobRecord[];
  readonly jobSchedules?: readonly JobScheduleRecord[];
}
