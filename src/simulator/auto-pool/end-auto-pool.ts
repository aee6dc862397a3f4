import type { JobState } from '../job/job-state.js';
import type { JobScheduleState } from '../job-schedule/job-schedule-state.js';
import { beginDeletePool } from '../pool/delete-pool.js';
import type { World } from '../world.js';

/** A job has ended: an auto pool that lived for it is deleted, unless it is kept alive (service.md section 1.5). */
export function endPoolOfJob(world: World, { input, pool }: JobState): void {
  if (input.autoPool?.poolLifetimeOption !== 'job' || input.autoPool.keepAlive) return;
  deleteIfActive(world, pool);
}

/** The same for a job schedule that has ended. */
export function endPoolOfSchedule(world: World, schedule: JobScheduleState): void {
  if (schedule.jobSpecification.autoPool?.keepAlive !== false) return;
  deleteIfActive(world, schedule.autoPool);
}

function deleteIfActive(world: World, index: number): void {
  const pool = world.pools[index];
  if (pool?.state === 'active') beginDeletePool(world, pool);
}
