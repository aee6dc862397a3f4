import { secondsToQuanta } from '../../base/time/quanta.js';
import { SEEK } from '../kernel/event-kind.js';
import { pushEvent } from '../kernel/event-queue.js';
import { SPOT } from '../node/node-state.js';
import type { World } from '../world.js';
import type { PoolState } from './pool-state.js';
import { requestNodes } from './request-nodes.js';

/**
 * Spot nodes that are missing after a resize are sought continually, outside any resize (service.md section 1.3, rule 6): asked
 * for again every `seek.spot_period_s`.
 */
export function scheduleSeek(world: World, pool: PoolState): void {
  pool.seekEvent = -1;
  if (pool.staying[SPOT] >= pool.target[SPOT]) return;
  const period = secondsToQuanta(world.parameters['seek.spot_period_s']);
  pool.seekEvent = pushEvent(world.queue, world.now + period, SEEK, pool.index);
}

export function seekSpotNodes(world: World, pool: PoolState): void {
  pool.seekEvent = -1;
  // The end of an open resize looks again.
  if (pool.resize !== undefined) return;
  const missing = pool.target[SPOT] - pool.staying[SPOT];
  if (missing <= 0) return;
  requestNodes(world, pool, SPOT, missing, pool.resizes * 2 + SPOT, ++pool.seeks);
  scheduleSeek(world, pool);
}
