import {
  appendTask,
  closeJobQueue,
  forgetJobQueue,
  openJobQueue,
} from '../scheduler/task-queue.js';
import { countActive } from '../task/active-count.js';
import { managerSlots } from '../task/job-manager-place.js';
import { BLOCKED, QUEUED, RELEASED } from '../task/task-state.js';
import type { World } from '../world.js';
import type { JobState } from './job-state.js';
import { tasksOffNodes } from './job-tasks.js';

/** Gives a job without tasks on nodes another pool: its waiting tasks wait there (service.md section 1.6). */
export function moveJob(world: World, job: JobState, to: number): void {
  if (to === job.pool) return;
  const { tasks } = world;
  const before = world.pools[job.pool];
  const after = world.pools[to]!;
  if (before !== undefined) forgetJobQueue(before.queue, job.index);
  closeJobQueue(after.queue, job.index, job.priority);
  for (const task of tasksOffNodes(world, job)) {
    const state = tasks.state[task];
    for (const [pool, change] of [[before, -1] as const, [after, 1] as const]) {
      if (pool === undefined) continue;
      if (state === BLOCKED) pool.blockedTasks += change;
      else countActive(world, pool, task, change);
      if (state === RELEASED) pool.releasedTasks += change;
    }
    if (task === job.managerTask) {
      tasks.requiredSlots[task] = managerSlots(world, job.input.jobManagerTask!, to);
    }
    if (state === QUEUED) appendTask(after.queue, tasks, task, job.priority);
  }
  if (job.isOpen) openJobQueue(after.queue, job.index);
  job.pool = to;
}
