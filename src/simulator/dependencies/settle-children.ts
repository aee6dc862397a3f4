import { TASK_ELIGIBLE } from '../kernel/event-kind.js';
import { pushEvent } from '../kernel/event-queue.js';
import { logDependenciesMet } from '../log/dependency-events.js';
import type { PoolState } from '../pool/pool-state.js';
import { countActive } from '../task/active-count.js';
import type { TaskDetail } from '../task/task-detail.js';
import { taskIdOf } from '../task/task-id.js';
import { BLOCKED, RELEASED } from '../task/task-state.js';
import { drawnQuanta, type World } from '../world.js';
import {
  awaitParent,
  missingParent,
  rememberFailure,
  satisfy,
  type JobDependencies,
} from './job-dependencies.js';

/** Enters a task under the next parent that it waits for; false where none is missing. */
export function awaitsParent(
  world: World,
  dependencies: JobDependencies,
  task: number,
  detail: TaskDetail,
): boolean {
  const parent = missingParent(dependencies, detail.settings.dependsOn!);
  if (parent === undefined) return false;
  awaitParent(dependencies, parent, { task, number: world.tasks.number[task]! });
  return true;
}

/** A task of a job with dependencies is final: its children may become eligible, or never will. */
export function settleChildren(
  world: World,
  pool: PoolState,
  dependencies: JobDependencies,
  task: number,
  satisfies: boolean,
): void {
  const { tasks } = world;
  const id = taskIdOf(world, task);
  if (!satisfies) {
    rememberFailure(dependencies, id);
    return;
  }
  for (const { task: child, number } of satisfy(dependencies, id)) {
    if (tasks.state[child] !== BLOCKED || tasks.number[child] !== number) continue;
    const detail = tasks.details.get(child)!;
    if (!awaitsParent(world, dependencies, child, detail)) release(world, pool, child, detail);
  }
}

/** The last dependency is met: the task is eligible, and noticed by the scheduler a moment later. */
function release(world: World, pool: PoolState, task: number, detail: TaskDetail): void {
  const { tasks, counts, now } = world;
  tasks.state[task] = RELEASED;
  detail.eligibleAt = now;
  pool.blockedTasks--;
  counts.blocked--;
  counts.released++;
  pool.releasedTasks++;
  countActive(world, pool, task, 1);
  if (world.log !== undefined) logDependenciesMet(world.log, world, task);
  const seconds = world.draws.dependencyExtra(world.dependencyDraws, tasks.number[task]!);
  tasks.awaitedEvent[task] = pushEvent(
    world.queue,
    now + drawnQuanta(seconds),
    TASK_ELIGIBLE,
    task,
  );
}
