import type { NodeDeallocationOption } from '../../evaluator/autoscale-run.js';
import { LEAVE } from '../node/drain-goal.js';
import { drainNodes } from '../node/drain.js';
import { isLeaving } from '../node/node-lifecycle.js';
import { REQUESTED } from '../node/node-state.js';
import type { World } from '../world.js';
import type { PoolState } from './pool-state.js';
import { managerNodes } from '../task/job-manager.js';
import { shrinkOrders } from './shrink-order.js';

/** Lets `count` nodes of a kind go, chosen by `shrink.order` but those of job manager tasks last (service.md section 1.3, documented), their tasks treated as the deallocation option says. */
export function removeNodes(
  world: World,
  pool: PoolState,
  kind: number,
  count: number,
  option: NodeDeallocationOption,
): void {
  drainNodes(world, pool, chooseLeavingNodes(world, pool, kind, count), option, LEAVE);
}

function chooseLeavingNodes(world: World, pool: PoolState, kind: number, count: number): number[] {
  const { nodes } = world;
  const candidates = pool.members.filter(
    (node) =>
      nodes.kind[node] === kind && nodes.state[node] !== REQUESTED && !isLeaving(nodes, node),
  );
  if (candidates.length > count) {
    const order = shrinkOrders[world.parameters['shrink.order']];
    const kept = managerNodes(world);
    candidates.sort((a, b) => order(world, pool, a, b));
    if (kept.size > 0) {
      const isKept = (node: number): number => Number(kept.has(node));
      candidates.sort((a, b) => isKept(a) - isKept(b));
    }
  }
  return candidates.slice(0, count);
}
