import { reachGoalWhenFree } from '../node/node-lifecycle.js';
import { logDiskFull } from '../node/node-disk.js';
import { failNode } from '../node/node-failure.js';
import { UNUSABLE } from '../node/node-state.js';
import type { PoolState } from '../pool/pool-state.js';
import { endResizeWhenDone } from '../pool/end-resize.js';
import { addFreeNode, deleteFreeNode } from '../scheduler/free-slots.js';
import { fillNode, offerReturnedTask } from '../scheduler/place.js';
import { reuseNodes } from '../scheduler/reuse-nodes.js';
import { continueUpgrade } from '../upgrade/upgrade-pool.js';
import type { World } from '../world.js';
import { detachGang } from './multi-instance/detach-gang.js';
import { instancesOf } from './multi-instance/instances.js';
import { isRetried } from './retry.js';
import { completeTask, detachTask, reactivateTask, retainData } from './task-lifecycle.js';
import type { Fate, Outcome } from './outcome.js';

/** The attempt of a task has come to its end: its slots go to the queue, and the task is final or will be retried. */
export function endAttempt(world: World, task: number): void {
  const { tasks } = world;
  const detail = tasks.detailed[task] === 0 ? undefined : tasks.details.get(task)!;
  const succeeded =
    detail === undefined ? tasks.exitCode[task] === 0 : detail.attempt!.failure === undefined;
  const retry = !succeeded && isRetried(world, task);
  if (detail !== undefined) detail.endedAttempts++;
  const pool = world.pools[world.nodes.pool[tasks.node[task]!]!]!;
  const fullNodes = detail?.attempt?.fullNodes;
  takeOff(world, pool, task, retry ? 'retried' : succeeded ? 'succeeded' : 'failed', fullNodes);
  if (retry) retryTask(world, pool, task);
}

/** Takes a task off its node, completes it unless it will run again, and gives its slots away. */
export function takeOff(
  world: World,
  pool: PoolState,
  task: number,
  fate: Fate,
  fullNodes: readonly number[] = [],
): void {
  const { tasks, nodes } = world;
  if (instancesOf(tasks, task) > 0) {
    takeGangOff(world, pool, task, fate, fullNodes);
    return;
  }
  const node = tasks.node[task]!;
  const free = nodes.freeSlots[node]!;
  const draining = nodes.draining[node] !== 0;
  detachTask(world, pool, task, fate);
  if (!draining) deleteFreeNode(pool.free, node, free);
  nodes.freeSlots[node] = free + tasks.requiredSlots[task]!;
  if (isFinal(fate)) {
    retainData(world, node, task);
    completeTask(world, pool, task, fate);
  }
  if (draining) {
    reachGoalWhenFree(world, pool, node);
    endResizeWhenDone(world, pool);
  } else if (fullNodes.length > 0) {
    failFullNode(world, pool, node);
  } else {
    fillNode(world, pool, node);
  }
  if (pool.upgrade !== undefined) continueUpgrade(world, pool);
}

function isFinal(fate: Fate): fate is Outcome {
  return fate === 'succeeded' || fate === 'failed' || fate === 'terminated';
}

/** The same for a multi-instance task: its end ends all its instances. */
function takeGangOff(
  world: World,
  pool: PoolState,
  task: number,
  fate: Fate,
  fullNodes: readonly number[],
): void {
  const freed = detachGang(world, pool, task, fate);
  if (isFinal(fate)) {
    const ofSubtasks = world.tasks.details.get(task)!.retentionOfSubtasks;
    for (const [instance, node] of freed.entries()) {
      retainData(world, node, task, instance === 0 ? undefined : ofSubtasks);
    }
    completeTask(world, pool, task, fate);
  }
  const failing = fullNodes.filter((node) => world.nodes.draining[node] === 0);
  reuseNodes(
    world,
    pool,
    freed.filter((node) => !failing.includes(node)),
  );
  for (const node of failing) failFullNode(world, pool, node);
  if (pool.upgrade !== undefined) continueUpgrade(world, pool);
}

/** A node whose disk is full becomes unusable, and its other tasks run elsewhere (service.md sections 2.3 and 11). */
function failFullNode(world: World, pool: PoolState, node: number): void {
  addFreeNode(pool.free, node, world.nodes.freeSlots[node]!);
  failNode(world, pool, node, UNUSABLE, undefined);
  logDiskFull(world, node);
}

/** The order of a retry among queued tasks is not documented (S4.1, S5.2): see sched.returned_tasks; the freed slots are given away before. */
function retryTask(world: World, pool: PoolState, task: number): void {
  world.tasks.retries[task]!++;
  world.counts.retries++;
  reactivateTask(world, pool, task);
  offerReturnedTask(world, pool, task);
}
