import { ln } from '../../base/math/special-functions.js';
import { NODE_FAILURE } from '../kernel/event-kind.js';
import { pushEvent } from '../kernel/event-queue.js';
import type { PoolState } from '../pool/pool-state.js';
import { drawnQuanta, type World } from '../world.js';

/** The next failure of a node by the rates of its pool, if it has any: the time until then is exponential. */
export function scheduleNodeFailure(world: World, pool: PoolState, node: number): void {
  const perHour = pool.nodeFaults.reduce((sum, { perNodeHour }) => sum + perNodeHour, 0);
  if (perHour === 0) return;
  const { nodes } = world;
  const u = pool.nodeFaultDraws.uniform(nodes.number[node]!, nodes.failures[node]! * 3);
  const delay = drawnQuanta((-3600 / perHour) * ln(1 - u));
  nodes.failureEvent[node] = pushEvent(world.queue, world.now + delay, NODE_FAILURE, node);
}
