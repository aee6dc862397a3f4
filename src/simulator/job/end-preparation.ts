import { logPreparation } from '../log/special-task-events.js';
import type { PoolState } from '../pool/pool-state.js';
import { offerReturnedTask } from '../scheduler/place.js';
import { takeOff } from '../task/end-attempt.js';
import { primaryOf } from '../task/multi-instance/instances.js';
import { reactivateTask, startTask } from '../task/task-lifecycle.js';
import { PREPARING } from '../task/task-state.js';
import type { World } from '../world.js';
import type { NodePreparation } from './preparation-state.js';
import { prepareNodes, runPreparation } from './prepare-nodes.js';
import { expectRelease } from './release-nodes.js';

/**
 * A run of a preparation task has come to its end. After a success the tasks that wait for it start; after the last failure they go
 * back, and the node takes no more of their job (service.md section 3.5).
 */
export function endPreparation(world: World, pool: PoolState, node: number, order: number): void {
  const preparation = awaitedOn(world, node, order);
  if (preparation === undefined) return;
  const { job, succeeds } = preparation;
  const { maxTaskRetryCount, waitForSuccess } = world.jobs[job]!.input.preparationTask!;
  if (world.log !== undefined) logPreparation(world.log, world, node, preparation);
  if (succeeds) {
    preparation.state = 'succeeded';
  } else {
    preparation.failures++;
    if (maxTaskRetryCount === -1 || preparation.failures <= maxTaskRetryCount) {
      runPreparation(world, node, preparation);
      return;
    }
    preparation.state = 'failed';
    world.preparations!.failed++;
  }
  preparation.awaitedEvent = -1;
  if (succeeds || !waitForSuccess) expectRelease(world, job, node);
  if (!waitForSuccess) return;
  for (const task of waitingTasksOn(world, node, job)) startPrepared(world, pool, task);
}

function awaitedOn(
  { preparations }: World,
  node: number,
  order: number,
): NodePreparation | undefined {
  const ofNode = preparations?.onNode.get(node);
  if (ofNode === undefined) return undefined;
  return [...ofNode.values()].find(({ awaitedEvent }) => awaitedEvent === order);
}

function waitingTasksOn(world: World, node: number, job: number): number[] {
  const { tasks, nodes } = world;
  const found: number[] = [];
  for (let task = nodes.firstTask[node]!; task >= 0; task = tasks.next[task]!) {
    const primary = primaryOf(tasks, task);
    if (tasks.state[primary] === PREPARING && tasks.job[primary] === job) found.push(primary);
  }
  return found.sort((a, b) => tasks.number[a]! - tasks.number[b]!);
}

/** Starts a task on its node, or takes it off where the node has become ineligible for its job in the meantime. */
export function startPrepared(world: World, pool: PoolState, task: number): void {
  if (world.preparations === undefined || prepareNodes(world, task) !== 'barred') {
    startTask(world, pool, task);
    return;
  }
  takeOff(world, pool, task, 'unprepared');
  reactivateTask(world, pool, task);
  offerReturnedTask(world, pool, task);
}
