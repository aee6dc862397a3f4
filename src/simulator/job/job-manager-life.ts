import { offerNewTask } from '../scheduler/place.js';
import { managerSource } from '../task/job-manager.js';
import { managerSlots } from '../task/job-manager-place.js';
import { awaitExpiry } from '../task/task-expiry.js';
import { enterTask } from '../task/task-lifecycle.js';
import type { World } from '../world.js';
import type { JobState } from './job-state.js';

/** Creates and queues the job manager task of a new job, which goes before the other tasks of it (service.md section 3.4). */
export function addJobManager(world: World, job: JobState): void {
  const manager = job.input.jobManagerTask;
  const pool = world.pools[job.pool];
  if (manager === undefined || pool === undefined) return;
  const { runTime, exitCode, settings, allowLowPriorityNode } = manager;
  const source = managerSource(job.index);
  const arrival = {
    index: source,
    job: job.index,
    submitTime: world.now,
    runTime,
    requiredSlots: managerSlots(world, manager, job.pool),
    exitCode,
    settings,
  };
  world.counts.submitted++;
  world.counts.jobManagers++;
  // As its number the index goes before those of the workload, and leaves their draws alone.
  const task = enterTask(world, pool, arrival, source);
  if (!allowLowPriorityNode) {
    world.tasks.details.get(task)!.dedicatedOnly = true;
    world.hasDedicatedTasks = true;
  }
  job.managerTask = task;
  awaitExpiry(world, world.now);
  offerNewTask(world, pool, task);
}
