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
import type { NodeStore } from '../node/node-store.js';
import type { Parameters } from '../parameters/parameters.js';

/** Which of two nodes leaves first: negative for the first one. A total order, so that no run depends on a sort's whims. */
export type ShrinkOrder = (nodes: NodeStore, a: number, b: number) => number;

const byAge: ShrinkOrder = (nodes, a, b) => nodes.number[a]! - nodes.number[b]!;

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
  'idle-first': (nodes, a, b) =>
    rank(nodes.state[a]!) - rank(nodes.state[b]!) ||
    nodes.freeSlots[b]! - nodes.freeSlots[a]! ||
    nodes.lastAssignment[b]! - nodes.lastAssignment[a]! ||
    byAge(nodes, b, a),
  'newest-first': (nodes, a, b) => byAge(nodes, b, a),
  'oldest-first': byAge,
};
