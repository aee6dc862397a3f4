import { logResizeComplete } from '../log/pool-events.js';
import { DEDICATED, SPOT } from '../node/node-state.js';
import type { World } from '../world.js';
import type { PoolState } from './pool-state.js';
import { scheduleSeek } from './seek.js';

/**
 * A resize is finished when the wanted nodes are allocated, which is earlier than when they are idle (S1.3), and the others
 * are gone: taskcompletion and retaineddata keep it open (documented).
 */
export function endResizeWhenDone(world: World, pool: PoolState): void {
  if (pool.resize === undefined || pool.resize.stopping || pool.leaving > 0) return;
  if (pool.requested[DEDICATED] + pool.requested[SPOT] === 0) {
    endResize(world, pool, pool.resize.result);
  }
}

export function endResize(world: World, pool: PoolState, resultCode: string): void {
  if (world.log !== undefined && pool.resize !== undefined) {
    logResizeComplete(world.log, world, pool, pool.resize, resultCode);
  }
  pool.resizeResults.set(resultCode, (pool.resizeResults.get(resultCode) ?? 0) + 1);
  pool.resize = undefined;
  // What a user stopped stays stopped until the next resize.
  if (resultCode === 'ResizeStopped') pool.seekEvent = -1;
  else scheduleSeek(world, pool);
}
