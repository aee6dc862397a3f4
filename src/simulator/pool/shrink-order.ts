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

/** Which nodes leave first. */
export interface ShrinkOrder {
  /** Nodes of a lower class leave before all of a higher one, from 0 below `classes`. */
  readonly classes: number;
  readonly classOf: (world: World, node: number) => number;
  /** Within a class: negative where `a` leaves first. A total order, so that no run depends on a sort's whims. */
  readonly compare: (world: World, pool: PoolState, a: number, b: number) => number;
}

const byAge: ShrinkOrder['compare'] = ({ nodes }, _, a, b) => nodes.number[a]! - nodes.number[b]!;

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
  'idle-first': {
    classes: 4,
    classOf: ({ nodes }, node) => ranks[nodes.state[node]!]!,
    compare: (world, pool, a, b) => {
      const { freeSlots, lastAssignment } = world.nodes;
      return (
        freeSlots[b]! - freeSlots[a]! ||
        lastAssignment[b]! - lastAssignment[a]! ||
        byAge(world, pool, b, a)
      );
    },
  },
  'newest-first': inOneClass((world, pool, a, b) => byAge(world, pool, b, a)),
  'oldest-first': inOneClass(byAge),
  random: inOneClass((world, pool, a, b) => {
    const luck = (node: number): number =>
      pool.nodeDraws.uniform(world.nodes.number[node]!, nodeDraw.shrink);
    return luck(a) - luck(b) || byAge(world, pool, a, b);
  }),
};

function inOneClass(compare: ShrinkOrder['compare']): ShrinkOrder {
  return { classes: 1, classOf: () => 0, compare };
}
