import { logDependenciesUnmet } from '../log/dependency-events.js';
import type { PoolState } from '../pool/pool-state.js';
import { offerNewTask, offerReturnedTask } from '../scheduler/place.js';
import { countActive } from '../task/active-count.js';
import { BLOCKED, QUEUED } from '../task/task-state.js';
import type { World } from '../world.js';
import { awaitsParent } from './settle-children.js';

/**
 * Dependencies of tasks (service.md section 4.6). A task whose parents have not all succeeded is `active` and not eligible: it is in
 * no queue and $ActiveTasks does not count it.
 */

/** Offers a task that was just submitted to the nodes, or lets it wait for its parents. */
export function offerOrBlock(world: World, pool: PoolState, task: number): void {
  if (!blockTask(world, pool, task)) offerNewTask(world, pool, task);
}

/** Lets a task that just became active wait for its parents; false where none is missing. */
export function blockTask(world: World, pool: PoolState, task: number): boolean {
  const { tasks, counts } = world;
  if (tasks.detailed[task] === 0) return false;
  const detail = tasks.details.get(task)!;
  const dependencies = world.dependencies[tasks.job[task]!];
  const { dependsOn } = detail.settings;
  if (dependencies === undefined || dependsOn === undefined) return false;
  if (!awaitsParent(world, dependencies, task, detail)) return false;
  tasks.state[task] = BLOCKED;
  pool.blockedTasks++;
  counts.blocked++;
  countActive(world, pool, task, -1);
  if (world.log !== undefined) logDependenciesUnmet(world.log, world, task, dependsOn);
  return true;
}

/** The scheduler has noticed a task whose dependencies are met. */
export function offerReleasedTask(world: World, pool: PoolState, task: number): void {
  const { tasks } = world;
  tasks.state[task] = QUEUED;
  tasks.awaitedEvent[task] = -1;
  pool.releasedTasks--;
  world.counts.released--;
  // Its place is by its submission, before tasks that came while it was blocked.
  offerReturnedTask(world, pool, task);
}

/** Takes a task that is blocked or just released out of its waiting; it is on no list afterwards. */
export function leaveWaiting(world: World, pool: PoolState, task: number): void {
  const { tasks, counts } = world;
  if (tasks.state[task] === BLOCKED) {
    pool.blockedTasks--;
    counts.blocked--;
    // What is terminated counts as active until then, whether eligible or not.
    countActive(world, pool, task, 1);
  } else {
    pool.releasedTasks--;
    counts.released--;
  }
  tasks.awaitedEvent[task] = -1;
  tasks.state[task] = QUEUED;
}
