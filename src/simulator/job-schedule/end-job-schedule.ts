import { deleteJob, terminateJob } from '../job/end-job.js';
import { isEnding } from '../job/job-state.js';
import type { World } from '../world.js';
import { activeJob, jobsOfSchedule } from './active-job.js';
import type { JobScheduleState } from './job-schedule-state.js';
import { setJobScheduleState } from './set-job-schedule-state.js';
import { settleJobSchedule } from './settle-job-schedule.js';

/** Terminates a schedule: no further job is created, and its active job ends with reason TerminateJobSchedule. */
export function terminateJobSchedule(world: World, schedule: JobScheduleState): void {
  setJobScheduleState(world, schedule, 'terminating');
  const job = activeJob(world, schedule);
  if (job !== undefined && !isEnding(job)) terminateJob(world, job, 'TerminateJobSchedule');
  settleJobSchedule(world, schedule);
}

/** Deletes a schedule with all its jobs and their tasks. */
export function deleteJobSchedule(world: World, schedule: JobScheduleState): void {
  setJobScheduleState(world, schedule, 'deleting');
  for (const job of jobsOfSchedule(world, schedule)) {
    if (job.state !== 'deleting') deleteJob(world, job);
  }
  settleJobSchedule(world, schedule);
}
