import type { NodeDeallocationOption } from '../../evaluator/autoscale-run.js';
import { changeNodeState } from '../node/node-accounting.js';
import { beginLeaving, DRAIN_DATA, DRAIN_TASKS, leaveWhenFree } from '../node/node-lifecycle.js';
import { IDLE, LEAVING_POOL, REQUESTED, RUNNING_TASKS } from '../node/node-state.js';
import { deleteFreeNode } from '../scheduler/free-slots.js';
import { offerReturnedTask } from '../scheduler/place.js';
import { completeTask, detachTask, reactivateTask } from '../task/task-lifecycle.js';
import type { World } from '../world.js';
import type { PoolState } from './pool-state.js';
import { shrinkOrders } from './shrink-order.js';

/** Lets `count` nodes of a kind go, chosen by `shrink.order`, their tasks treated as the deallocation option says. */
export function removeNodes(
  world: World,
  pool: PoolState,
  kind: number,
  count: number,
  option: NodeDeallocationOption,
): void {
  removeChosenNodes(world, pool, chooseLeavingNodes(world, pool, kind, count), option);
}

/** Lets these nodes go; none of them may be draining already. */
export function removeChosenNodes(
  world: World,
  pool: PoolState,
  leaving: readonly number[],
  option: NodeDeallocationOption,
): void {
  // All of them stop taking tasks before the first task is put back, or it could land on the next node to go.
  for (const node of leaving) stopTakingTasks(world, pool, node, option);
  for (const node of leaving) {
    switch (option) {
      case 'requeue':
        requeueTasks(world, pool, node);
        beginLeaving(world, pool, node);
        break;
      case 'terminate':
        terminateTasks(world, pool, node);
        beginLeaving(world, pool, node);
        break;
      case 'taskcompletion':
      case 'retaineddata':
        leaveWhenFree(world, pool, node);
        break;
    }
  }
}

function chooseLeavingNodes(world: World, pool: PoolState, kind: number, count: number): number[] {
  const { nodes } = world;
  const candidates = pool.members.filter(
    (node) =>
      nodes.kind[node] === kind && nodes.state[node] !== REQUESTED && nodes.draining[node] === 0,
  );
  if (candidates.length > count) {
    const order = shrinkOrders[world.parameters['shrink.order']];
    candidates.sort((a, b) => order(nodes, a, b));
  }
  return candidates.slice(0, count);
}

function stopTakingTasks(
  world: World,
  pool: PoolState,
  node: number,
  option: NodeDeallocationOption,
): void {
  const { nodes } = world;
  const state = nodes.state[node]!;
  if (state === IDLE || state === RUNNING_TASKS) {
    deleteFreeNode(pool.free, node, nodes.freeSlots[node]!);
  }
  nodes.draining[node] = option === 'retaineddata' ? DRAIN_DATA : DRAIN_TASKS;
  nodes.awaitedEvent[node] = -1;
  pool.staying[nodes.kind[node]!]!--;
  pool.leaving++;
  const keepsRunning =
    nodes.firstTask[node]! >= 0 &&
    (option === 'taskcompletion' || option === 'retaineddata') &&
    world.parameters['shrink.draining_state'] === 'running';
  if (!keepsRunning) changeNodeState(world, pool, node, LEAVING_POOL);
}

/** requeue: tasks are stopped and run again elsewhere (service.md section 1.3). */
function requeueTasks(world: World, pool: PoolState, node: number): void {
  const { tasks, nodes, counts } = world;
  while (nodes.firstTask[node]! >= 0) {
    const task = nodes.firstTask[node]!;
    tasks.requeues[task]!++;
    counts.requeues++;
    detachTask(world, pool, task, 'requeued');
    reactivateTask(world, pool, task);
    offerReturnedTask(world, pool, task);
  }
}

/** terminate: tasks are stopped and completed with failure information; they never run again. */
function terminateTasks(world: World, pool: PoolState, node: number): void {
  const { nodes } = world;
  while (nodes.firstTask[node]! >= 0) {
    const task = nodes.firstTask[node]!;
    detachTask(world, pool, task, 'terminated');
    completeTask(world, pool, task, 'terminated');
  }
}
