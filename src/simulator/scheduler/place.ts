import { changeNodeState } from '../node/node-accounting.js';
import { IDLE, RUNNING_TASKS } from '../node/node-state.js';
import type { PoolState } from '../pool/pool-state.js';
import { assignTask } from '../task/task-lifecycle.js';
import type { World } from '../world.js';
import { preferredNode } from './affinity.js';
import { addFreeNode, chooseNode, deleteFreeNode } from './free-slots.js';
import { appendTask, returnTask, takeTask } from './task-queue.js';

/*
 * Invariant: a task waits in the queue only while no node of its pool that takes tasks has enough free slots for it. So a new
 * task is offered to the nodes, and freed slots are offered to the queue, and nothing else has to be searched.
 */

/** Offers a task that just arrived to the nodes, or queues it. */
export function offerNewTask(world: World, pool: PoolState, task: number): void {
  if (!tryPlace(world, pool, task))
    appendTask(pool.queue, world.tasks, task, priorityOf(world, task));
}

/** Offers a task that came back to the nodes, or queues it where sched.returned_tasks says. */
export function offerReturnedTask(world: World, pool: PoolState, task: number): void {
  if (tryPlace(world, pool, task)) return;
  const putBack = world.parameters['sched.returned_tasks'] === 'last' ? appendTask : returnTask;
  putBack(pool.queue, world.tasks, task, priorityOf(world, task));
}

function priorityOf(world: World, task: number): number {
  return world.input.jobs[world.tasks.job[task]!]!.priority ?? 0;
}

function tryPlace(world: World, pool: PoolState, task: number): boolean {
  const required = world.tasks.requiredSlots[task]!;
  const preferred = world.tasks.detailed[task] === 0 ? -1 : preferredNode(world, pool, task);
  const node =
    preferred >= 0 ? preferred : chooseNode(pool.free, required, pool.input.nodeFillType);
  if (node < 0) return false;
  const free = world.nodes.freeSlots[node]!;
  deleteFreeNode(pool.free, node, free);
  addFreeNode(pool.free, node, free - required);
  takeSlots(world, pool, node, task, required);
  return true;
}

function takeSlots(
  world: World,
  pool: PoolState,
  node: number,
  task: number,
  required: number,
): void {
  world.nodes.freeSlots[node]! -= required;
  if (world.nodes.state[node] === IDLE) changeNodeState(world, pool, node, RUNNING_TASKS);
  assignTask(world, pool, node, task);
}

/**
 * Gives queued tasks to a node that is not in the index of free slots (it just became idle, or slots of it were just freed),
 * then puts it there with what is left.
 */
export function fillNode(world: World, pool: PoolState, node: number): void {
  const { nodes, tasks } = world;
  for (;;) {
    const free = nodes.freeSlots[node]!;
    if (free === 0) break;
    const task = takeTask(pool.queue, tasks, free);
    if (task < 0) break;
    takeSlots(world, pool, node, task, tasks.requiredSlots[task]!);
  }
  const slots = pool.input.taskSlotsPerNode;
  if (nodes.freeSlots[node] === slots && nodes.state[node] === RUNNING_TASKS) {
    changeNodeState(world, pool, node, IDLE);
  }
  addFreeNode(pool.free, node, nodes.freeSlots[node]!);
}
