import type { PoolState } from '../pool/pool-state.js';
import { activeFaults } from './active-faults.js';

/** Share of start task runs that fail now: the pool's own, and what its faults leave of the rest. */
export function startTaskFailureShare(pool: PoolState): number {
  const own = pool.startTask?.failureShare ?? 0;
  if (pool.activeFaults.length === 0) return own;
  const passes = activeFaults(pool.activeFaults, 'startTaskFailure').reduce(
    (rest, { fault }) => rest * (1 - fault.share),
    1 - own,
  );
  return 1 - passes;
}
