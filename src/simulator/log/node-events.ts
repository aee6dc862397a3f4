import { DEDICATED, nodeStates, REQUESTED, GONE } from '../node/node-state.js';
import type { World } from '../world.js';
import { joined, lineHead, logEvent, logLine, type EventLog } from './event-log.js';
import { nodeId } from './node-id.js';

/** Why a node became unusable by itself: ours, the service shows it in the `errors` of the node. */
export function logNodeError(log: EventLog, world: World, node: number, message: string): void {
  const pool = log.poolIds[world.nodes.pool[node]!]!;
  const body = `{"poolId":${pool},"nodeId":"${nodeId(log, world, node)}","message":${JSON.stringify(message)}}`;
  logEvent(log, world.now, 'NodeError', body);
}

const stateChange = lineHead('NodeStateChange');

/** A node moved from one state to another; `null` stands for not yet, or no longer, part of the pool. */
export function logNodeState(
  log: EventLog,
  world: World,
  node: number,
  from: number,
  to: number,
): void {
  const before = from === REQUESTED ? 'null' : `"${nodeStates[from]!}"`;
  const after = to === GONE ? 'null' : `"${nodeStates[to]!}"`;
  const identity = (log.nodeIdentities[node] ??= identityOf(log, world, node));
  logLine(log, world.now, stateChange, `${identity}${before},"to":${after}`);
  // The slot of the store will be used again, for another node.
  if (to === GONE) {
    log.nodeIds[node] = undefined;
    log.nodeInfos[node] = undefined;
    log.nodeIdentities[node] = undefined;
  }
}

function identityOf(log: EventLog, world: World, node: number): string {
  const { nodes } = world;
  const pool = log.poolIds[nodes.pool[node]!]!;
  const isDedicated = nodes.kind[node] === DEDICATED;
  return joined(
    `"poolId":${pool},"nodeId":"${nodeId(log, world, node)}","isDedicated":${isDedicated},"from":`,
  );
}
