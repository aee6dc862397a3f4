import {
  DEALLOCATED,
  DEALLOCATING,
  IDLE,
  OFFLINE,
  PREEMPTED,
  RUNNING_TASKS,
  START_TASK_FAILED,
  UNKNOWN,
  UNUSABLE,
} from '../node/node-state.js';
import { nodeDraw } from '../node/node-lifecycle.js';
import type { Parameters } from '../parameters/parameters.js';
import type { World } from '../world.js';
import type { PoolState } from './pool-state.js';

/** Which of two nodes leaves first: negative for the first one. A total order, so that no run depends on a sort's whims. */
export type ShrinkOrder = (world: World, pool: PoolState, a: number, b: number) => number;

const byAge: ShrinkOrder = ({ nodes }, _, a, b) => nodes.number[a]! - nodes.number[b]!;

function rank(state: number): number {
  switch (state) {
    case UNUSABLE:
    case UNKNOWN:
    case START_TASK_FAILED:
    case PREEMPTED:
    case OFFLINE:
    case DEALLOCATING:
    case DEALLOCATED:
      return 0;
    case IDLE:
      return 1;
    case RUNNING_TASKS:
      return 3;
    default:
      return 2;
  }
}

/**
 * The service only says that it chooses; that idle nodes go first is implied by what the documentation says of `pack`
 * (service.md section 1.3, S1.5).
 */
export const shrinkOrders: Record<Parameters['shrink.order'], ShrinkOrder> = {
  'idle-first': (world, pool, a, b) => {
    const { nodes } = world;
    return (
      rank(nodes.state[a]!) - rank(nodes.state[b]!) ||
      nodes.freeSlots[b]! - nodes.freeSlots[a]! ||
      nodes.lastAssignment[b]! - nodes.lastAssignment[a]! ||
      byAge(world, pool, b, a)
    );
  },
  'newest-first': (world, pool, a, b) => byAge(world, pool, b, a),
  'oldest-first': byAge,
  random: (world, pool, a, b) => {
    const luck = (node: number): number =>
      pool.nodeDraws.uniform(world.nodes.number[node]!, nodeDraw.shrink);
    return luck(a) - luck(b) || byAge(world, pool, a, b);
  },
};
