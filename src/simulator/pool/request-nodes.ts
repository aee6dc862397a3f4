import { allocationDelay, failingAllocation } from '../faults/allocation-faults.js';
import { nodeDraw, requestNode } from '../node/node-lifecycle.js';
import { drawnQuanta, type World } from '../world.js';
import type { PoolState } from './pool-state.js';
import { askQuota } from './quota.js';
import type { ResizeErrorCode } from './resize-errors.js';

/**
 * Asks the platform for nodes, as far as quota and faults let it; the answer is why it does not deliver all of them. The delay
 * of the first one is draw `draw` of `entity` in the stream of allocations.
 */
export function requestNodes(
  world: World,
  pool: PoolState,
  kind: number,
  wanted: number,
  entity: number,
  draw: number,
): readonly ResizeErrorCode[] {
  const { allowed: count, error } = askQuota(world, pool, kind, wanted);
  const errors = new Set<ResizeErrorCode>(error === undefined ? [] : [error]);
  const { draws, parameters } = world;
  const { allocationDraws, nodeDraws } = pool;
  const first = draws.firstNode(allocationDraws, entity, draw);
  const slowShare = parameters['alloc.slow_node_share'];
  const disturbed = pool.activeFaults.length > 0;
  for (let i = 0; i < count; i++) {
    const failure = disturbed ? failingAllocation(pool, kind) : undefined;
    if (failure !== undefined) {
      errors.add(failure);
      continue;
    }
    const node = pool.nextNodeNumber;
    let seconds = first;
    if (i > 0) seconds += draws.extraNode(nodeDraws, node, nodeDraw.extra) * count;
    if (slowShare > 0 && nodeDraws.uniform(node, nodeDraw.isSlow) < slowShare) {
      seconds += draws.slowNode(nodeDraws, node, nodeDraw.slow);
    }
    if (disturbed) seconds += allocationDelay(pool, node);
    requestNode(world, pool, kind, drawnQuanta(seconds));
  }
  return [...errors];
}
