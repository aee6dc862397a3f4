import { DEDICATED, SPOT } from '../node/node-state.js';
import { logPoolDeleteComplete, logPoolDeleteStart } from '../log/pool-events.js';
import { endUpgrade } from '../upgrade/upgrade-pool.js';
import type { World } from '../world.js';
import type { PoolState } from './pool-state.js';
import { setTargets, stopResize } from './resize.js';

/**
 * Deletes a pool as the service documents it: a running resize is stopped, the pool is resized to 0 with requeue semantics, and
 * then it is gone. Tasks of jobs bound to it become active and wait (service.md section 1.6).
 */
export function beginDeletePool(world: World, pool: PoolState): void {
  pool.state = 'deleting';
  pool.deleteStartedAt = world.now;
  pool.autoScaler = undefined;
  if (world.log !== undefined) logPoolDeleteStart(world.log, world, pool);
  if (pool.resize !== undefined) stopResize(world, pool, 0);
  if (pool.upgrade !== undefined) endUpgrade(world, pool, 'Stopped');
  setTargets(world, pool, 0, 0, 'requeue');
  endDeleteWhenEmpty(world, pool);
}

/** The pool is gone once its last node is. */
export function endDeleteWhenEmpty(world: World, pool: PoolState): void {
  if (pool.state !== 'deleting' || pool.members.length > 0) return;
  if (pool.target[DEDICATED] + pool.target[SPOT] > 0) return;
  pool.state = 'deleted';
  if (world.log !== undefined) logPoolDeleteComplete(world.log, world, pool);
}
