import { reachGoalWhenFree } from '../node/node-lifecycle.js';
import type { PoolState } from '../pool/pool-state.js';
import { endResizeWhenDone } from '../pool/end-resize.js';
import type { World } from '../world.js';
import { fillNodes } from './place.js';

/** Nodes that a multi-instance task has left: those that drain reach their goals, the others are offered to the queue together. */
export function reuseNodes(world: World, pool: PoolState, freed: readonly number[]): void {
  const { nodes } = world;
  const draining = freed.filter((node) => nodes.draining[node] !== 0);
  const serving = freed.filter((node) => nodes.draining[node] === 0);
  for (const node of draining) reachGoalWhenFree(world, pool, node);
  if (draining.length > 0) endResizeWhenDone(world, pool);
  fillNodes(world, pool, serving);
}
