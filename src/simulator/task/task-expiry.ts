import type { Quanta } from '../../base/time/quanta.js';
import { leaveWaiting } from '../dependencies/block-task.js';
import { TASK_EXPIRY } from '../kernel/event-kind.js';
import { bringForward, pushEvent } from '../kernel/event-queue.js';
import { removeTask } from '../scheduler/task-queue.js';
import { serviceLimits } from '../service-limits.js';
import type { World } from '../world.js';
import { takeOff } from './end-attempt.js';
import { countActive } from './active-count.js';
import { completeQueuedTask } from './task-lifecycle.js';
import { ABANDONED, ASSIGNED, PREPARING, QUEUED, RETIRED, RUNNING, SUBTASK } from './task-state.js';

/*
 * A task that is not completed 180 days after its submission is terminated in whatever state it is (service.md section 4.2).
 * One event for the oldest task in flight serves them all.
 */

/** Waits for the end of the longest life of a task submitted at `oldest`, unless that of an older one is awaited. */
export function awaitExpiry(world: World, oldest: Quanta): void {
  const at = Math.max(world.now, oldest + serviceLimits.longestTaskLife);
  const { queue, expiry } = world;
  if (expiry === undefined) {
    world.expiry = { at, event: pushEvent(queue, at, TASK_EXPIRY, 0) };
  } else if (at < expiry.at) {
    bringForward(queue, expiry.event, at);
    expiry.at = at;
  }
}

/** Terminates the tasks that are 180 days old, and waits for the next one to be. */
export function expireTasks(world: World): void {
  const { tasks, now } = world;
  world.expiry = undefined;
  const latest = now - serviceLimits.longestTaskLife;
  let oldest = world.arrival?.submitTime ?? Infinity;
  const old: number[] = [];
  for (let task = 0; task < tasks.used; task++) {
    const state = tasks.state[task];
    if (state === RETIRED || state === SUBTASK || state === ABANDONED) continue;
    if (tasks.submitTime[task]! <= latest) old.push(task);
    else oldest = Math.min(oldest, tasks.submitTime[task]!);
  }
  // Queued ones first, or they would be given the slots of the others only to lose them again.
  for (const task of old) if (tasks.state[task] === QUEUED) terminateTask(world, task);
  for (const task of old) {
    // The slot of one that is gone may serve a multi-instance task that just got the nodes of another.
    const isLeft = tasks.state[task] !== RETIRED && tasks.state[task] !== SUBTASK;
    if (isLeft) terminateTask(world, task);
  }
  if (oldest < Infinity) awaitExpiry(world, oldest);
}

/** Completes a task with failure information, wherever it is. */
export function terminateTask(world: World, task: number): void {
  const { tasks } = world;
  const pool = world.pools[world.jobs[tasks.job[task]!]!.pool]!;
  switch (tasks.state[task]) {
    case ASSIGNED:
    case PREPARING:
    case RUNNING:
      takeOff(world, pool, task, 'terminated');
      return;
    case QUEUED:
      removeTask(pool.queue, tasks, task, world.jobs[tasks.job[task]!]!.priority);
      break;
    case ABANDONED:
      world.counts.abandoned--;
      countActive(world, pool, task, 1);
      break;
    default:
      leaveWaiting(world, pool, task);
  }
  completeQueuedTask(world, pool, task);
}
