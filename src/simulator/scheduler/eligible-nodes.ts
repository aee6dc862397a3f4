import { hasBars, isBarred } from '../job/barred-nodes.js';
import { DEDICATED } from '../node/node-state.js';
import type { PoolState } from '../pool/pool-state.js';
import type { World } from '../world.js';
import { hasNode } from './node-set.js';
import type { IsEligible } from './task-queue.js';

/** The nodes that have slots for a task and may run it, in the order in which the pool fills them. */
export function eligibleNodes(
  world: World,
  pool: PoolState,
  job: number,
  required: number,
  dedicatedOnly: boolean,
): number[] {
  const { freeSlots } = world.nodes;
  const emptiestFirst = pool.input.nodeFillType === 'spread' ? 1 : -1;
  return pool.members
    .filter((node) => {
      const free = freeSlots[node]!;
      return free >= required && hasNode(pool.free.byFree[free]!, node);
    })
    .filter((node) => mayRunOn(world, job, dedicatedOnly, node))
    .sort((a, b) => emptiestFirst * (freeSlots[b]! - freeSlots[a]!) || a - b);
}

/** Whether a task may run on a node at all: it is not barred for its job, and is of the right kind. */
export function mayRunOn(world: World, job: number, dedicatedOnly: boolean, node: number): boolean {
  if (dedicatedOnly && world.nodes.kind[node] !== DEDICATED) return false;
  return !isBarred(world, job, node);
}

/** Whether some task may not run on some node: only then the scheduler looks at nodes one by one. */
export function isSelective(world: World): boolean {
  return world.hasDedicatedTasks || hasBars(world);
}

/**
 * Whether tasks of a job may start on `node`, which is not in the index of free slots, or without it on the nodes of the index.
 * Undefined where every task may start everywhere.
 */
export function eligibility(world: World, pool: PoolState, node = -1): IsEligible | undefined {
  if (!isSelective(world)) return undefined;
  return (job, { requiredSlots, instances, dedicatedOnly }) => {
    if (node >= 0 && !mayRunOn(world, job, dedicatedOnly, node)) return false;
    const own = node >= 0 ? 1 : 0;
    const needed = Math.max(1, instances) - own;
    if (needed === 0) return true;
    return eligibleNodes(world, pool, job, requiredSlots, dedicatedOnly).length >= needed;
  };
}
