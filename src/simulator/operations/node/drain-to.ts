import type { NodeDeallocationOption } from '../../../evaluator/autoscale-run.js';
import { drainNodes } from '../../node/drain.js';
import type { PoolState } from '../../pool/pool-state.js';
import type { World } from '../../world.js';
import type { ServiceError } from '../operation.js';
import { refuseState } from './refuse-state.js';

/** Lets a node do something once its tasks let it, if it is in one of the allowed states and not on its way already. */
export function drainTo(
  world: World,
  pool: PoolState,
  node: number,
  goal: number,
  option: NodeDeallocationOption,
  allowed: readonly number[],
): ServiceError | undefined {
  if (!allowed.includes(world.nodes.state[node]!) || world.nodes.draining[node] !== 0) {
    return refuseState(world.nodes.state[node]!);
  }
  drainNodes(world, pool, [node], option, goal);
  return undefined;
}
