import { makeNodeId } from '../log/node-id.js';
import { isLeaving } from '../node/node-lifecycle.js';
import { nodeKinds, nodeStates, REQUESTED } from '../node/node-state.js';
import type { PoolState } from '../pool/pool-state.js';
import type { World } from '../world.js';
import type { NodeSelector } from './node-selector.js';

export interface SelectedNodes {
  /** In the order of their numbers. */
  readonly nodes: readonly number[];
  /** Ids that no node of the pool has, or only one on its way out. */
  readonly unknownIds: readonly string[];
}

/** The nodes of a pool that a selector means; nodes on their way out are not among them. */
export function selectNodes(world: World, pool: PoolState, selector: NodeSelector): SelectedNodes {
  const { nodes } = world;
  const { ids, numbers, states, kind, first = Infinity } = selector;
  const wantedIds = ids === undefined ? undefined : new Set(ids);
  const found = pool.members
    .filter(
      (node) =>
        nodes.state[node] !== REQUESTED &&
        !isLeaving(nodes, node) &&
        (wantedIds === undefined || wantedIds.has(makeNodeId(world, node))) &&
        (numbers === undefined || numbers.includes(nodes.number[node]! + 1)) &&
        (states === undefined || states.includes(nodeStates[nodes.state[node]!]!)) &&
        (kind === undefined || nodeKinds[nodes.kind[node]!] === kind),
    )
    .sort((a, b) => nodes.number[a]! - nodes.number[b]!)
    .slice(0, first);
  if (ids === undefined) return { nodes: found, unknownIds: [] };
  const present = new Set(pool.members.filter(isPresent).map((node) => makeNodeId(world, node)));
  return { nodes: found, unknownIds: ids.filter((id) => !present.has(id)) };

  function isPresent(node: number): boolean {
    return nodes.state[node] !== REQUESTED && !isLeaving(nodes, node);
  }
}
