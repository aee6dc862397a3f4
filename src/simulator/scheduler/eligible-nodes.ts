import { hasBars, isBarred } from '../job/barred-nodes.js';
import type { PoolState } from '../pool/pool-state.js';
import type { World } from '../world.js';
import { hasNode } from './node-set.js';
import type { IsEligible } from './task-queue.js';

/** The nodes that have slots for a task and are not barred for its job, in the order in which the pool fills them. */
export function eligibleNodes(
  world: World,
  pool: PoolState,
  job: number,
  required: number,
): number[] {
  const { freeSlots } = world.nodes;
  const emptiestFirst = pool.input.nodeFillType === 'spread' ? 1 : -1;
  return pool.members
    .filter((node) => {
      const free = freeSlots[node]!;
      return free >= required && hasNode(pool.free.byFree[free]!, node);
    })
    .filter((node) => !isBarred(world, job, node))
    .sort((a, b) => emptiestFirst * (freeSlots[b]! - freeSlots[a]!) || a - b);
}

/**
 * Whether tasks of a job may start on `node`, which is not in the index of free slots, or without it on the nodes of the index.
 * Undefined where every task may start everywhere.
 */
export function eligibility(world: World, pool: PoolState, node = -1): IsEligible | undefined {
  if (!hasBars(world)) return undefined;
  return (job, instances) => {
    if (node >= 0 && isBarred(world, job, node)) return false;
    const own = node >= 0 ? 1 : 0;
    const needed = Math.max(1, instances) - own;
    return needed === 0 || eligibleNodes(world, pool, job, 1).length >= needed;
  };
}
