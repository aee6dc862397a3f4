import type { JobInput } from '../input/job-input.js';
import { createPoolState } from '../pool/pool-state.js';
import type { World } from '../world.js';

/**
 * Index of the pool that a new job names: the latest of that id. One that was deleted, or is not there yet, is no reason to refuse the
 * job: its tasks wait for a pool of that id (service.md section 1.6).
 */
export function poolOfJob(world: World, { pool, poolId }: JobInput): number {
  const id = poolId ?? world.input.pools[pool]?.id;
  if (id === undefined) return pool;
  const folded = id.toLowerCase();
  const found = world.pools.findLastIndex(({ input }) => input.id.toLowerCase() === folded);
  return found >= 0 ? found : awaitPool(world, folded);
}

/** Stands for a pool until an operation adds it. */
function awaitPool({ input, pools, log }: World, folded: string): number {
  for (const { operation } of input.operations ?? []) {
    if (operation.kind !== 'addPool' || operation.pool.id.toLowerCase() !== folded) continue;
    log?.poolIds.push('null');
    const pool = createPoolState(pools.length, operation.pool, input.seed, { isAwaited: true });
    return pools.push(pool) - 1;
  }
  return -1;
}
