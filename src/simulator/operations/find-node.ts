import { makeNodeId } from '../log/node-id.js';
import { isLeaving } from '../node/node-lifecycle.js';
import { REQUESTED } from '../node/node-state.js';
import type { PoolState } from '../pool/pool-state.js';
import type { World } from '../world.js';

/** The node of a pool with an id; undefined where there is none, or it is on its way out. */
export function findNode(world: World, pool: PoolState, id: string): number | undefined {
  const { nodes } = world;
  return pool.members.find(
    (node) =>
      nodes.state[node] !== REQUESTED && !isLeaving(nodes, node) && makeNodeId(world, node) === id,
  );
}
