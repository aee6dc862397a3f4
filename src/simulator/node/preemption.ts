import { deleteFreeNode } from '../scheduler/free-slots.js';
import { offerReturnedTask } from '../scheduler/place.js';
import type { PoolState } from '../pool/pool-state.js';
import { detachTask, reactivateTask } from '../task/task-lifecycle.js';
import { drawnQuanta, type World } from '../world.js';
import { changeNodeState } from './node-accounting.js';
import { after, beginLeaving } from './node-lifecycle.js';
import { IDLE, PREEMPTED, RUNNING_TASKS } from './node-state.js';

/**
 * The VM of a spot node is reclaimed (service.md section 2.5): its tasks become active again, which is a recovery and neither a
 * retry nor, by default, a requeue; its data are lost; the node stays in the pool, counted and not billed, until replacement
 * capacity is found. A node that was leaving anyway just goes.
 */
export function preemptNode(world: World, pool: PoolState, node: number): void {
  const { nodes } = world;
  nodes.preemptionEvent[node] = -1;
  const draining = nodes.draining[node] !== 0;
  const state = nodes.state[node]!;
  if (!draining && (state === IDLE || state === RUNNING_TASKS)) {
    deleteFreeNode(pool.free, node, nodes.freeSlots[node]!);
  }
  nodes.awaitedEvent[node] = -1;
  nodes.dataUntil[node] = 0;
  changeNodeState(world, pool, node, PREEMPTED);
  recoverTasks(world, pool, node);
  nodes.freeSlots[node] = pool.input.taskSlotsPerNode;
  nodes.preemptions[node]!++;
  if (draining) {
    beginLeaving(world, pool, node);
    return;
  }
  const draw = nodes.preemptions[node]! * 2 - 1;
  const seconds = world.draws.preemptionReturn(pool.preemptionDraws, nodes.number[node]!, draw);
  after(world, node, drawnQuanta(seconds));
}

function recoverTasks(world: World, pool: PoolState, node: number): void {
  const { nodes, tasks, counts } = world;
  const asRequeue = world.parameters['preempt.raises_requeueCount'] === 'yes';
  while (nodes.firstTask[node]! >= 0) {
    const task = nodes.firstTask[node]!;
    tasks.recoveries[task]!++;
    counts.recoveries++;
    if (asRequeue) {
      tasks.requeues[task]!++;
      counts.requeues++;
    }
    detachTask(world, pool, task, 'recovered');
    reactivateTask(world, pool, task);
    offerReturnedTask(world, pool, task);
  }
}
