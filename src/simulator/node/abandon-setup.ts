import type { PoolState } from '../pool/pool-state.js';
import type { World } from '../world.js';
import { SET_UP, SETTING_UP } from './setup-phase.js';

/** A node stops setting up, done or not: its pull no longer slows down others. */
export function abandonSetUp(world: World, pool: PoolState, node: number): void {
  const { nodes } = world;
  if (nodes.setUp[node] !== SETTING_UP || nodes.prepared[node] === 1) return;
  nodes.setUp[node] = SET_UP;
  if (pool.nodeSetup!.containerImages.length > 0) world.imagePulls--;
}
