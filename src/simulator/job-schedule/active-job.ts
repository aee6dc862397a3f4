import type { JobState } from '../job/job-state.js';
import type { World } from '../world.js';
import type { JobScheduleState } from './job-schedule-state.js';

/** The job of a schedule that is not completed yet: it has one at most (service.md section 3.6). */
export function activeJob(world: World, { latestJob }: JobScheduleState): JobState | undefined {
  const job = world.jobs[latestJob];
  return job === undefined || job.state === 'completed' || job.state === 'deleted'
    ? undefined
    : job;
}

/** The jobs of a schedule that still exist, in order of creation. */
export function jobsOfSchedule({ jobs }: World, { index }: JobScheduleState): JobState[] {
  return jobs.filter(({ schedule, state }) => schedule === index && state !== 'deleted');
}
