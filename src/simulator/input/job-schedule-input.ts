import type { TaskSource } from '../../workload/task-stream.js';
import type { JobInput } from './job-input.js';
import type { Schedule } from '../job-schedule/recurrence.js';

/** What a schedule knows of the jobs that it will create: all but their ids. */
export type JobSpecification = Omit<JobInput, 'id'>;

/** A job schedule with REST names (service.md section 3.6). */
export interface JobScheduleInput {
  readonly id: string;
  readonly schedule: Schedule;
  readonly jobSpecification: JobSpecification;
  /** The tasks of its job of that number, counted from 1; their submit times count from the creation of the job. */
  readonly tasksOf: (number: number) => TaskSource;
}
