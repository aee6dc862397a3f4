import { formatInstant } from '../../base/time/format-instant.js';
import { ticksPerQuantum } from '../../base/time/ticks.js';
import { SPOT } from '../node/node-state.js';
import type { World } from '../world.js';
import type { EventLog } from './event-log.js';

/** A 32-bit hash of a text (FNV-1a), for ids that look like the service's. */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Id of a node in the form that the service used from 2016 to 2018, which tells pool, number, allocation time and kind apart:
 * `tvm-1695681911_2-20161122t193202z`, with `-p` for a spot node (service.md section 2.2, recorded).
 */
export function nodeId(log: EventLog, world: World, node: number): string {
  return (log.nodeIds[node] ??= makeNodeId(world, node));
}

export function makeNodeId(world: World, node: number): string {
  const { nodes, input, pools } = world;
  const instant = formatInstant(input.start + nodes.allocatedAt[node]! * ticksPerQuantum);
  const allocated = `${instant.slice(0, 10).replaceAll('-', '')}t${instant.slice(11, 19).replaceAll(':', '')}z`;
  const pool = textHash(pools[nodes.pool[node]!]!.name);
  const kind = nodes.kind[node] === SPOT ? '-p' : '';
  return `tvm-${pool}_${nodes.number[node]! + 1}-${allocated}${kind}`;
}
