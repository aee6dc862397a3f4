import type { NodeDeallocationOption } from '../../evaluator/autoscale-run.js';
import { LEAVE } from '../node/drain-goal.js';
import { drainNodes } from '../node/drain.js';
import { isLeaving } from '../node/node-lifecycle.js';
import { REQUESTED } from '../node/node-state.js';
import type { World } from '../world.js';
import type { PoolState } from './pool-state.js';
import { managerNodes } from '../task/job-manager-place.js';
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
  if (candidates.length <= count) return candidates;
  const kept = managerNodes(world);
  if (kept.size === 0) return firstToLeave(world, pool, candidates, count);
  const others = candidates.filter((node) => !kept.has(node));
  const chosen = firstToLeave(world, pool, others, count);
  const last = candidates.filter((node) => kept.has(node));
  return [...chosen, ...firstToLeave(world, pool, last, count - chosen.length)];
}

/** The first `count` of some nodes in the order in which they leave; classes that none of them is in are not sorted. */
function firstToLeave(
  world: World,
  pool: PoolState,
  candidates: readonly number[],
  count: number,
): number[] {
  const { classes, classOf, compare } = shrinkOrders[world.parameters['shrink.order']];
  const byClass: number[][] = Array.from({ length: classes }, () => []);
  for (const node of candidates) byClass[classOf(world, node)]!.push(node);
  const chosen: number[] = [];
  for (const members of byClass) {
    if (chosen.length >= count) break;
    members.sort((a, b) => compare(world, pool, a, b));
    chosen.push(...members);
  }
  return chosen.slice(0, count);
}
