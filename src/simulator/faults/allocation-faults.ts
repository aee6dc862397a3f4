import { nodeKinds } from '../node/node-state.js';
import type { PoolState } from '../pool/pool-state.js';
import type { ResizeErrorCode } from '../pool/resize-errors.js';
import { activeFaults } from './active-faults.js';

/** The error with which the platform refuses the next node of a kind; undefined where it delivers. */
export function failingAllocation(pool: PoolState, kind: number): ResizeErrorCode | undefined {
  for (const { fault, draws } of activeFaults(pool.activeFaults, 'allocationFailure')) {
    if (fault.nodeKind !== undefined && fault.nodeKind !== nodeKinds[kind]) continue;
    if (fault.share === 1 || draws.uniform(pool.allocationAttempts++) < fault.share) {
      return fault.code;
    }
  }
  return undefined;
}

/** Seconds by which the platform delivers a node later than usual; `node` is its number. */
export function allocationDelay(pool: PoolState, node: number): number {
  let total = 0;
  for (const { seconds, draws } of activeFaults(pool.activeFaults, 'allocationDelay')) {
    total += seconds!(draws, node);
  }
  return total;
}
