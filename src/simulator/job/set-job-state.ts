import { logJobState } from '../log/job-events.js';
import { closeJobQueue, openJobQueue } from '../scheduler/task-queue.js';
import type { World } from '../world.js';
import { endsWithManager } from './job-state.js';
import type { JobState, JobStateName } from './job-state.js';

export function setJobState(world: World, job: JobState, to: JobStateName): void {
  const from = job.state;
  job.state = to;
  if (world.log !== undefined) logJobState(world.log, world, job, from);
  refreshJob(world, job);
}

/**
 * Whether the scheduler may start tasks of a job (service.md section 5, rule 5): it is active and has fewer tasks on nodes than
 * maxParallelTasks.
 */
function mayStartTasks(job: JobState): boolean {
  const { state, demanded, maxParallelTasks, onNodes } = job;
  if (state !== 'active' || demanded !== undefined || endsWithManager(job)) return false;
  return maxParallelTasks < 0 || onNodes < maxParallelTasks;
}

/** Lets the scheduler see a job, or hides it, as its state and its limits say now. */
export function refreshJob(world: World, job: JobState): void {
  const isOpen = mayStartTasks(job);
  if (isOpen === job.isOpen) return;
  job.isOpen = isOpen;
  if (isOpen) world.jobAgenda.push(job.index);
  const pool = world.pools[job.pool];
  if (pool === undefined) return;
  if (isOpen) openJobQueue(pool.queue, job.index);
  else closeJobQueue(pool.queue, job.index, job.priority);
}
