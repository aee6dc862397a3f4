import { changeNodeState } from '../node/node-accounting.js';
import { IDLE, RUNNING_TASKS } from '../node/node-state.js';
import type { PoolState } from '../pool/pool-state.js';
import { assignSubtasks } from '../task/multi-instance/assign-subtasks.js';
import { isJobManager, needsDedicatedNode } from '../task/job-manager.js';
import { instancesOf } from '../task/multi-instance/instances.js';
import { assignTask } from '../task/task-lifecycle.js';
import type { World } from '../world.js';
import { isBarred } from '../job/barred-nodes.js';
import { preferredNode } from './affinity.js';
import { eligibility, eligibleNodes, isSelective } from './eligible-nodes.js';
import { addFreeNode, chooseNode, deleteFreeNode, mostFreeSlots } from './free-slots.js';
import { appendTask, returnTask, takeTask } from './task-queue.js';

/*
 * Invariant: a task that may start waits in the queue only while no node of its pool that takes tasks has enough free slots for it.
 * So a new task is offered to the nodes, freed slots are offered to the queue, and when a job may start tasks again the queue is
 * offered to the nodes; nothing else has to be searched.
 */

/** Offers a task that just arrived to the nodes, or queues it. */
export function offerNewTask(world: World, pool: PoolState, task: number): void {
  const { index, isOpen, priority } = world.jobs[world.tasks.job[task]!]!;
  if (isOpen && tryPlace(world, pool, task)) return;
  appendTask(pool.queue, world.tasks, task, priority);
  if (world.preempts) world.jobAgenda.push(index);
}

/** Offers a task that came back to the nodes, or queues it where sched.returned_tasks says. */
export function offerReturnedTask(world: World, pool: PoolState, task: number): void {
  const { tasks } = world;
  const job = world.jobs[tasks.job[task]!]!;
  if (job.isOpen && tryPlace(world, pool, task)) return;
  const isManager = isJobManager(tasks, task);
  const goesLast = world.parameters['sched.returned_tasks'] === 'last' && !isManager;
  const putBack = goesLast ? appendTask : returnTask;
  putBack(pool.queue, tasks, task, job.priority);
  if (isManager && tasks.attempts[task]! > 0) {
    job.managerRestarts = true;
    world.jobAgenda.push(job.index);
  }
  if (world.preempts) world.jobAgenda.push(job.index);
}

/** Offers the queued tasks of a pool to its nodes, when some of them may start that might not before. */
export function offerQueuedTasks(world: World, pool: PoolState): void {
  for (;;) {
    const free = mostFreeSlots(pool.free);
    const hosts = nodesForInstances(pool);
    const task = takeTask(pool.queue, world.tasks, free, hosts, eligibility(world, pool));
    if (task < 0) return;
    tryPlace(world, pool, task);
  }
}

/** Gives a task that is in no queue to a node of its pool that takes it; false where there is none. */
export function tryPlace(world: World, pool: PoolState, task: number): boolean {
  const { tasks } = world;
  const isPlain = tasks.detailed[task] === 0;
  const instances = isPlain ? 0 : instancesOf(tasks, task);
  if (instances > 0) {
    const hosts = takeNodes(world, pool, task, instances);
    if (hosts === undefined) return false;
    placeInstances(world, pool, task, hosts);
    return true;
  }
  const required = tasks.requiredSlots[task]!;
  const node =
    isPlain && !isSelective(world)
      ? chooseNode(pool.free, required, pool.input.nodeFillType)
      : chooseEligibleNode(world, pool, task);
  if (node < 0) return false;
  const free = world.nodes.freeSlots[node]!;
  deleteFreeNode(pool.free, node, free);
  addFreeNode(pool.free, node, free - required);
  takeSlots(world, pool, node, task, required);
  return true;
}

/** The node of affinity where it takes the task, else the first that the pool's order offers; -1 where none takes it. */
function chooseEligibleNode(world: World, pool: PoolState, task: number): number {
  const { tasks } = world;
  const job = tasks.job[task]!;
  const preferred = tasks.detailed[task] === 0 ? -1 : preferredNode(world, pool, task);
  if (preferred >= 0 && !isBarred(world, job, preferred)) return preferred;
  const required = tasks.requiredSlots[task]!;
  if (!isSelective(world)) return chooseNode(pool.free, required, pool.input.nodeFillType);
  return eligibleNodes(world, pool, job, required, needsDedicatedNode(tasks, task))[0] ?? -1;
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

/** Multi-instance tasks need nodes that may talk to one another and have one slot each; elsewhere they wait for ever. */
export function hostsInstances({ input }: PoolState): boolean {
  return input.enableInterNodeCommunication === true && input.taskSlotsPerNode === 1;
}

/** How many instances of a multi-instance task could start now: they must start together (service.md section 4.7). */
function nodesForInstances(pool: PoolState): number {
  return hostsInstances(pool) ? pool.free.count[1]! : 0;
}

/** Takes nodes for instances of a task out of the index; undefined where there are not enough. */
function takeNodes(
  world: World,
  pool: PoolState,
  task: number,
  count: number,
): number[] | undefined {
  if (count > nodesForInstances(pool)) return undefined;
  const found = eligibleNodes(world, pool, world.tasks.job[task]!, 1, false).slice(0, count);
  if (found.length < count) return undefined;
  for (const node of found) deleteFreeNode(pool.free, node, 1);
  return found;
}

/** The first of the nodes gets the primary. */
function placeInstances(
  world: World,
  pool: PoolState,
  task: number,
  hosts: readonly number[],
): void {
  for (const node of hosts) {
    world.nodes.freeSlots[node]! -= 1;
    if (world.nodes.state[node] === IDLE) changeNodeState(world, pool, node, RUNNING_TASKS);
  }
  assignSubtasks(world, task, hosts.slice(1));
  assignTask(world, pool, hosts[0]!, task);
}

/**
 * Offers nodes of one slot each that became free together, and are not in the index of free slots, to the queue: a multi-instance
 * task may need them all.
 */
export function fillNodes(world: World, pool: PoolState, freed: readonly number[]): void {
  const { nodes, tasks } = world;
  for (const node of freed) addFreeNode(pool.free, node, nodes.freeSlots[node]!);
  while (pool.free.count[1]! > 0) {
    const isEligible = eligibility(world, pool);
    const task = takeTask(pool.queue, tasks, 1, nodesForInstances(pool), isEligible);
    if (task < 0) break;
    tryPlace(world, pool, task);
  }
  for (const node of freed) {
    const isFree = nodes.freeSlots[node] === 1 && nodes.state[node] === RUNNING_TASKS;
    if (isFree) changeNodeState(world, pool, node, IDLE);
  }
}

/**
 * Gives queued tasks to a node that is not in the index of free slots (it just became idle, or slots of it were just freed),
 * then puts it there with what is left.
 */
export function fillNode(world: World, pool: PoolState, node: number): void {
  const { nodes, tasks } = world;
  while (pool.queue.length > 0) {
    const free = nodes.freeSlots[node]!;
    if (free === 0) break;
    const hosts = hostsInstances(pool) ? nodesForInstances(pool) + 1 : 0;
    const task = takeTask(pool.queue, tasks, free, hosts, eligibility(world, pool, node));
    if (task < 0) break;
    const instances = tasks.detailed[task] === 0 ? 0 : instancesOf(tasks, task);
    if (instances > 0) {
      placeInstances(world, pool, task, [node, ...takeNodes(world, pool, task, instances - 1)!]);
      break;
    }
    takeSlots(world, pool, node, task, tasks.requiredSlots[task]!);
  }
  const slots = pool.input.taskSlotsPerNode;
  if (nodes.freeSlots[node] === slots && nodes.state[node] === RUNNING_TASKS) {
    changeNodeState(world, pool, node, IDLE);
  }
  addFreeNode(pool.free, node, nodes.freeSlots[node]!);
}
