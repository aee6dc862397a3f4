import { countPreemption } from '../faults/count-preemption.js';
import type { PoolState } from '../pool/pool-state.js';
import { drawnQuanta, type World } from '../world.js';
import { recoverTasks, takeOutOfService } from './drain.js';
import { changeNodeState } from './node-accounting.js';
import { beginLeaving, isLeaving, schedulePreemption } from './node-lifecycle.js';
import { after } from './wait.js';
import { DEALLOCATED, DEALLOCATING, PREEMPTED, REQUESTED, SPOT } from './node-state.js';

/** Spot nodes that have a VM. */
export function canBePreempted({ nodes }: World, node: number): boolean {
  if (nodes.kind[node] !== SPOT) return false;
  switch (nodes.state[node]) {
    case REQUESTED:
    case PREEMPTED:
    case DEALLOCATING:
    case DEALLOCATED:
      return false;
    default:
      return true;
  }
}

/** The clock of preemptions has run down; it goes on for a node that has no VM to lose at this moment. */
export function reclaimNode(world: World, pool: PoolState, node: number): void {
  if (canBePreempted(world, node)) {
    if (world.faults.length > 0) countPreemption(world, pool, node);
    preemptNode(world, pool, node);
  } else {
    world.nodes.preemptions[node]!++;
    schedulePreemption(world, pool, node);
  }
}

/**
 * The VM of a spot node is reclaimed (service.md section 2.5): its tasks become active again, its data are lost; the node stays in
 * the pool, counted and not billed, until replacement capacity is found. A node that was leaving anyway just goes.
 */
export function preemptNode(world: World, pool: PoolState, node: number): void {
  const { nodes } = world;
  nodes.preemptionEvent[node] = -1;
  takeOutOfService(world, pool, node);
  nodes.awaitedEvent[node] = -1;
  nodes.dataUntil[node] = 0;
  changeNodeState(world, pool, node, PREEMPTED);
  recoverTasks(world, pool, node);
  nodes.preemptions[node]!++;
  if (isLeaving(nodes, node)) {
    beginLeaving(world, pool, node);
    return;
  }
  nodes.draining[node] = 0;
  const draw = nodes.preemptions[node]! * 2 - 1;
  const seconds = world.draws.preemptionReturn(pool.preemptionDraws, nodes.number[node]!, draw);
  after(world, node, drawnQuanta(seconds));
}
