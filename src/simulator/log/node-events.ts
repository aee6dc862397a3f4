import { DEDICATED, nodeStates, REQUESTED, GONE } from '../node/node-state.js';
import type { World } from '../world.js';
import { logEvent, type EventLog } from './event-log.js';
import { nodeId } from './node-id.js';

/** A node moved from one state to another; `null` stands for not yet, or no longer, part of the pool. */
export function logNodeState(
  log: EventLog,
  world: World,
  node: number,
  from: number,
  to: number,
): void {
  const { nodes } = world;
  const pool = log.poolIds[nodes.pool[node]!]!;
  const before = from === REQUESTED ? 'null' : `"${nodeStates[from]!}"`;
  const after = to === GONE ? 'null' : `"${nodeStates[to]!}"`;
  logEvent(
    log,
    world.now,
    'NodeStateChange',
    `{"poolId":${pool},"nodeId":"${nodeId(log, world, node)}","isDedicated":${nodes.kind[node] === DEDICATED},"from":${before},"to":${after}}`,
  );
  // The slot of the store will be used again, for another node.
  if (to === GONE) log.nodeIds[node] = undefined;
}
