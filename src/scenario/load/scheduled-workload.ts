import type { JobScheduleInput } from '../../simulator/input/job-schedule-input.js';
import type { PreparedSpecification } from './read-auto-pool.js';
import type { Workload } from './workload.js';

/** A job schedule with its times on the clock of the run, and the tasks of each of its jobs. */
export interface ScheduledWorkload extends Omit<JobScheduleInput, 'tasksOf' | 'jobSpecification'> {
  readonly jobSpecification: PreparedSpecification;
  readonly workloads: readonly Workload[];
}
