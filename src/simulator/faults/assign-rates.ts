import type { World } from '../world.js';
import { isRate } from './fault-state.js';

/** Gives each pool the rates at which its nodes are preempted and fail. */
export function assignRates(world: World): void {
  const usual = world.parameters['preempt.rate_per_hour'];
  const preemption = new Map<number, number>();
  for (const state of world.faults) {
    const { fault } = state;
    if (!isRate(fault) || !('pool' in fault)) continue;
    const { perNodeHour } = fault.times;
    if (fault.kind === 'preemption') {
      preemption.set(fault.pool, (preemption.get(fault.pool) ?? 0) + perNodeHour);
    } else {
      world.pools[fault.pool]!.nodeFaults.push({ perNodeHour, state });
    }
  }
  for (const pool of world.pools) pool.preemptionRate = preemption.get(pool.index) ?? usual;
}
