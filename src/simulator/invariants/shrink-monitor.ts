import { isLeaving } from '../node/node-lifecycle.js';
import { REQUESTED } from '../node/node-state.js';
import { managerNodes } from '../task/job-manager-place.js';
import type { World } from '../world.js';

export const managersLeaveLast = 'the node of a job manager task leaves last when a pool shrinks';

/**
 * Remembers on which nodes job manager tasks were before an event and looks at the nodes that began to leave in it: none with a job
 * manager task may be among them while one without stays (service.md section 3.4), unless a user named it. Call the answer after every
 * event.
 */
export function createShrinkMonitor(world: World): () => string | undefined {
  const { nodes } = world;
  let kept = new Set<number>();
  let stayed = new Set<number>();
  let requests = 0;
  return () => {
    const before = { kept, stayed };
    const isNamed = world.operations.slice(requests).some(({ kind }) => kind === 'removeNodes');
    requests = world.operations.length;
    kept = managerNodes(world);
    stayed = new Set(
      world.pools.flatMap(({ members }) =>
        members.filter((node) => nodes.state[node] !== REQUESTED && !isLeaving(nodes, node)),
      ),
    );
    if (isNamed) return undefined;
    for (const node of before.kept) {
      if (stayed.has(node) || !before.stayed.has(node)) continue;
      const spared = [...stayed].find(
        (other) =>
          nodes.pool[other] === nodes.pool[node] &&
          nodes.kind[other] === nodes.kind[node] &&
          !kept.has(other) &&
          !before.kept.has(other),
      );
      if (spared !== undefined)
        return `node ${nodes.number[node]} leaves, node ${nodes.number[spared]} stays`;
    }
    return undefined;
  };
}
