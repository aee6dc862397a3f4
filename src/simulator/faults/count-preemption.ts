import type { PoolState } from '../pool/pool-state.js';
import type { World } from '../world.js';
import { countStrike } from './count-strike.js';
import { isOnPool, isRate } from './fault-state.js';

/** A preemption at the rate of a pool is that of its fault, if it has one. Several add up, and the first one counts. */
export function countPreemption(world: World, pool: PoolState, node: number): void {
  const state = world.faults.find(
    ({ fault }) => fault.kind === 'preemption' && isRate(fault) && isOnPool(fault, pool.input.id),
  );
  if (state === undefined) return;
  countStrike(world, state, [node]);
}
