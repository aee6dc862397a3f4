import type { NodeDeallocationOption } from '../../evaluator/autoscale-run.js';
import type { PoolState } from '../pool/pool-state.js';
import { deleteFreeNode } from '../scheduler/free-slots.js';
import { offerReturnedTask } from '../scheduler/place.js';
import { reuseNodes } from '../scheduler/reuse-nodes.js';
import { detachGang } from '../task/multi-instance/detach-gang.js';
import { instancesOf, primaryOf } from '../task/multi-instance/instances.js';
import { completeTask, detachTask, reactivateTask } from '../task/task-lifecycle.js';
import type { Fate } from '../task/outcome.js';
import type { World } from '../world.js';
import { changeNodeState } from './node-accounting.js';
import { DRAIN_DATA, DRAIN_TASKS, LEAVE } from './drain-goal.js';
import { reachGoalWhenFree } from './node-lifecycle.js';
import { IDLE, LEAVING_POOL, RUNNING_TASKS } from './node-state.js';

/**
 * Makes nodes stop taking tasks, treats their tasks as the option says, and lets each reach its goal once it is free
 * (service.md sections 1.3 and 2.3).
 */
export function drainNodes(
  world: World,
  pool: PoolState,
  leaving: readonly number[],
  option: NodeDeallocationOption,
  goal: number,
): void {
  // All of them stop taking tasks before the first task is put back, or it could land on the next node to go.
  for (const node of leaving) stopTakingTasks(world, pool, node, option, goal);
  for (const node of leaving) {
    if (option === 'requeue') requeueTasks(world, pool, node, leaving);
    else if (option === 'terminate') terminateTasks(world, pool, node, leaving);
  }
  for (const node of leaving) reachGoalWhenFree(world, pool, node);
}

function stopTakingTasks(
  world: World,
  pool: PoolState,
  node: number,
  option: NodeDeallocationOption,
  goal: number,
): void {
  const { nodes } = world;
  takeOutOfService(world, pool, node);
  nodes.draining[node] = option === 'retaineddata' ? DRAIN_DATA : DRAIN_TASKS;
  nodes.goal[node] = goal;
  nodes.awaitedEvent[node] = -1;
  if (goal !== LEAVE) return;
  pool.staying[nodes.kind[node]!]!--;
  pool.leaving++;
  const keepsRunning =
    nodes.firstTask[node]! >= 0 &&
    (option === 'taskcompletion' || option === 'retaineddata') &&
    world.parameters['shrink.draining_state'] === 'running';
  if (!keepsRunning) changeNodeState(world, pool, node, LEAVING_POOL);
}

/** Takes a node out of the index of free slots, if it is there. */
export function takeOutOfService(world: World, pool: PoolState, node: number): void {
  const { nodes } = world;
  const state = nodes.state[node]!;
  const serves = state === IDLE || state === RUNNING_TASKS;
  if (serves && nodes.draining[node] === 0) {
    deleteFreeNode(pool.free, node, nodes.freeSlots[node]!);
  }
}

/**
 * Takes a task off a node that is out of service, or a multi-instance task off all its nodes. Returns the other nodes that are free
 * by it, but for those of `batch`, which are about to be treated like this one.
 */
function takeAway(
  world: World,
  pool: PoolState,
  node: number,
  task: number,
  fate: Fate,
  batch: readonly number[],
): readonly number[] {
  if (instancesOf(world.tasks, task) === 0) {
    detachTask(world, pool, task, fate);
    return [];
  }
  const freed = detachGang(world, pool, task, fate);
  return freed.filter((other) => other !== node && !batch.includes(other));
}

/** requeue: tasks are stopped and run again elsewhere. */
function requeueTasks(world: World, pool: PoolState, node: number, batch: readonly number[]): void {
  const { tasks, nodes, counts } = world;
  while (nodes.firstTask[node]! >= 0) {
    const task = primaryOf(tasks, nodes.firstTask[node]!);
    tasks.requeues[task]!++;
    counts.requeues++;
    const freed = takeAway(world, pool, node, task, 'requeued', batch);
    reactivateTask(world, pool, task);
    reuseNodes(world, pool, freed);
    offerReturnedTask(world, pool, task);
  }
  nodes.freeSlots[node] = pool.input.taskSlotsPerNode;
}

/** terminate: tasks are stopped and completed with failure information; they never run again. */
function terminateTasks(
  world: World,
  pool: PoolState,
  node: number,
  batch: readonly number[],
): void {
  const { tasks, nodes } = world;
  while (nodes.firstTask[node]! >= 0) {
    const task = primaryOf(tasks, nodes.firstTask[node]!);
    const freed = takeAway(world, pool, node, task, 'terminated', batch);
    completeTask(world, pool, task, 'terminated');
    reuseNodes(world, pool, freed);
  }
  nodes.freeSlots[node] = pool.input.taskSlotsPerNode;
}

/** The service itself stops the tasks of a node that it lost: a recovery, neither a retry nor, by default, a requeue. */
export function recoverTasks(world: World, pool: PoolState, node: number): void {
  const { nodes, tasks, counts } = world;
  const asRequeue = world.parameters['preempt.raises_requeueCount'] === 'yes';
  while (nodes.firstTask[node]! >= 0) {
    const task = primaryOf(tasks, nodes.firstTask[node]!);
    tasks.recoveries[task]!++;
    counts.recoveries++;
    if (asRequeue) {
      tasks.requeues[task]!++;
      counts.requeues++;
    }
    const freed = takeAway(world, pool, node, task, 'recovered', []);
    reactivateTask(world, pool, task);
    reuseNodes(world, pool, freed);
    offerReturnedTask(world, pool, task);
  }
  nodes.freeSlots[node] = pool.input.taskSlotsPerNode;
}
