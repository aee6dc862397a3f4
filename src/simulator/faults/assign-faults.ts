import type { PoolState } from '../pool/pool-state.js';
import type { World } from '../world.js';
import { isOnPool, isRate } from './fault-state.js';

/** Gives a new pool the rates at which its nodes are preempted and fail, and the lasting faults of its id that are going on. */
export function assignFaults(world: World, pool: PoolState): void {
  let preemption: number | undefined;
  for (const state of world.faults) {
    const { fault, occurrences, ended } = state;
    if (!isOnPool(fault, pool.input.id)) continue;
    if (isRate(fault)) {
      const { perNodeHour } = fault.times;
      if (fault.kind === 'preemption') preemption = (preemption ?? 0) + perNodeHour;
      else pool.nodeFaults.push({ perNodeHour, state });
    } else if ('lasts' in fault) {
      for (let going = occurrences - ended; going > 0; going--) pool.activeFaults.push(state);
    }
  }
  pool.preemptionRate = preemption ?? world.parameters['preempt.rate_per_hour'];
}
