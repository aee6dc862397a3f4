import { IDLE, PREEMPTED, RUNNING_TASKS } from '../node/node-state.js';
import type { NodeStore } from '../node/node-store.js';
import type { Parameters } from '../parameters/parameters.js';

/** Which of two nodes leaves first: negative for the first one. A total order, so that no run depends on a sort's whims. */
export type ShrinkOrder = (nodes: NodeStore, a: number, b: number) => number;

const byAge: ShrinkOrder = (nodes, a, b) => nodes.number[a]! - nodes.number[b]!;

function rank(state: number): number {
  if (state === PREEMPTED) return 0;
  if (state === IDLE) return 1;
  return state === RUNNING_TASKS ? 3 : 2;
}

/**
 * The service only says that it chooses; that idle nodes go first is implied by what the documentation says of `pack`
 * (service.md section 1.3, S1.5).
 */
export const shrinkOrders: Record<Parameters['shrink.order'], ShrinkOrder> = {
  'idle-first': (nodes, a, b) =>
    rank(nodes.state[a]!) - rank(nodes.state[b]!) ||
    nodes.freeSlots[b]! - nodes.freeSlots[a]! ||
    nodes.lastAssignment[b]! - nodes.lastAssignment[a]! ||
    byAge(nodes, b, a),
  'newest-first': (nodes, a, b) => byAge(nodes, b, a),
  'oldest-first': byAge,
};
