import type { World } from '../world.js';
import type { ServiceError } from './operation.js';
import { findJob, findJobSchedule } from './operation-definition.js';
import { refusal } from './service-errors.js';

/** Why a new job may not have an id: jobs and job schedules share one namespace (service.md section 3.6). */
export function refuseJobId(world: World, id: string): ServiceError | undefined {
  const job = findJob(world, id);
  if (job !== undefined) return refusal(job.state === 'deleting' ? 'JobBeingDeleted' : 'JobExists');
  return findJobSchedule(world, id) === undefined
    ? undefined
    : refusal('JobScheduleWithSameIdExists');
}

/** The same for a new job schedule. */
export function refuseJobScheduleId(world: World, id: string): ServiceError | undefined {
  const schedule = findJobSchedule(world, id);
  if (schedule !== undefined) {
    return refusal(schedule.state === 'deleting' ? 'JobScheduleBeingDeleted' : 'JobScheduleExists');
  }
  return findJob(world, id) === undefined ? undefined : refusal('JobWithSameIdExists');
}
