import type { JobScheduleInput } from '../../src/simulator/index.js';
import { minutes, taskSource, type TestTask } from './simulation-input.js';

/** A schedule, `nightly`, that creates a job with these tasks every ten minutes, which ends with the last of them. */
export function nightlySchedule(
  tasks: readonly TestTask[],
  schedule: Partial<JobScheduleInput['schedule']> = {},
  job: Partial<JobScheduleInput['jobSpecification']> = {},
): JobScheduleInput {
  return {
    id: 'nightly',
    schedule: { doNotRunUntil: 0, recurrenceInterval: minutes(10), ...schedule },
    jobSpecification: {
      pool: 0,
      maxTaskRetryCount: 0,
      onAllTasksComplete: 'terminatejob',
      ...job,
    },
    tasksOf: () => taskSource(tasks),
  };
}
