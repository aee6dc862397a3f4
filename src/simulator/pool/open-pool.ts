import { logPoolCreate } from '../log/pool-events.js';
import type { World } from '../world.js';
import { enableAutoScale } from './autoscaler.js';
import type { PoolState } from './pool-state.js';
import { setTargets } from './resize.js';

/** A pool is created during the run: its formula or its targets take effect at once. */
export function openPool(world: World, pool: PoolState): void {
  if (world.log !== undefined) {
    world.log.poolIds.push(JSON.stringify(pool.input.id));
    logPoolCreate(world.log, world, pool);
  }
  sizePool(world, pool);
}

/** Enables autoscale, or resizes to the targets that the pool was created with. */
export function sizePool(world: World, pool: PoolState): void {
  const { autoScale, targetDedicatedNodes, targetLowPriorityNodes } = pool.input;
  if (autoScale !== undefined) enableAutoScale(world, pool, autoScale);
  else setTargets(world, pool, targetDedicatedNodes, targetLowPriorityNodes, 'requeue');
}
