import type { RandomStream } from '../../base/random/random-stream.js';
import { selectNodes } from '../operations/select-nodes.js';
import type { PoolState } from '../pool/pool-state.js';
import type { World } from '../world.js';
import type { StruckNodes } from './fault.js';

/**
 * The nodes of a pool that a fault strikes among those that it can strike, in the order of their numbers. A node's draw belongs
 * to its number and to the occurrence, so other nodes do not change its luck.
 */
export function struckNodes(
  world: World,
  pool: PoolState,
  struck: StruckNodes,
  canStrike: (node: number) => boolean,
  draws: RandomStream,
  occurrence: number,
): number[] {
  const { nodes } = world;
  if (struck.kind === 'chosen') {
    return selectNodes(world, pool, struck.nodes).nodes.filter(canStrike);
  }
  const candidates = pool.members
    .filter(canStrike)
    .map((node) => ({ node, luck: draws.uniform(nodes.number[node]!, occurrence) }))
    .sort((a, b) => a.luck - b.luck || nodes.number[a.node]! - nodes.number[b.node]!);
  const count =
    struck.kind === 'count' ? struck.count : Math.floor(candidates.length * struck.share + 0.5);
  return candidates
    .slice(0, count)
    .map(({ node }) => node)
    .sort((a, b) => nodes.number[a]! - nodes.number[b]!);
}
