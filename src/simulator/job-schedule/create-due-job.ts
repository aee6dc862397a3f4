import { createJob } from '../job/create-job.js';
import { jobQuotaRefusal } from '../job/job-quota.js';
import { logJobRefusal } from '../log/job-schedule-events.js';
import type { World } from '../world.js';
import type { JobScheduleState } from './job-schedule-state.js';

/** Id of a job of a schedule, `nightly:job-3`: the form is inferred from older records (S3.4). */
export function jobIdOfSchedule(scheduleId: string, number: number): string {
  return `${scheduleId}:job-${number}`;
}

/** Creates the job of a recurrence that is due; false where a quota refuses it, and the recurrence goes without. */
export function createDueJob(
  world: World,
  schedule: JobScheduleState,
  recurrence: number,
): boolean {
  const { input, jobSpecification } = schedule;
  schedule.missed += recurrence - schedule.lastRecurrence - 1;
  schedule.lastRecurrence = recurrence;
  const number = schedule.created + 1;
  const id = jobIdOfSchedule(input.id, number);
  const refused = jobQuotaRefusal(world);
  if (refused !== undefined) {
    schedule.missed++;
    if (world.log !== undefined) logJobRefusal(world.log, world, schedule, id, refused);
    return false;
  }
  schedule.created = number;
  schedule.lastCreation = world.now;
  const tasks = input.tasksOf(number);
  const origin = { schedule: schedule.index, tasks };
  schedule.latestJob = createJob(world, { ...jobSpecification, id }, origin).index;
  return true;
}
