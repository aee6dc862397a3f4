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
  nodeStates,
} from '../node/node-state.js';
import { nodeDraw } from '../node/node-lifecycle.js';
import type { Parameters } from '../parameters/parameters.js';
import type { World } from '../world.js';
import type { PoolState } from './pool-state.js';

/** Which of two nodes leaves first: negative for the first one. A total order, so that no run depends on a sort's whims. */
export type ShrinkOrder = (world: World, pool: PoolState, a: number, b: number) => number;

const byAge: ShrinkOrder = ({ nodes }, _, a, b) => nodes.number[a]! - nodes.number[b]!;

const useless = new Set([
  UNUSABLE,
  UNKNOWN,
  START_TASK_FAILED,
  PREEMPTED,
  OFFLINE,
  DEALLOCATING,
  DEALLOCATED,
]);

function rankOf(state: number): number {
  if (useless.has(state)) return 0;
  if (state === IDLE) return 1;
  return state === RUNNING_TASKS ? 3 : 2;
}

/** By state: sorting asks for it many times. */
const ranks = Uint8Array.from(nodeStates, (_, state) => rankOf(state));

/**
 * The service only says that it chooses; that idle nodes go first is implied by what the documentation says of `pack`
 * (service.md section 1.3, S1.5).
 */
export const shrinkOrders: Record<Parameters['shrink.order'], ShrinkOrder> = {
  'idle-first': (world, pool, a, b) => {
    const { nodes } = world;
    return (
      ranks[nodes.state[a]!]! - ranks[nodes.state[b]!]! ||
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
