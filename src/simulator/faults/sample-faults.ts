import type { Quanta } from '../../base/time/quanta.js';
import type { PoolState } from '../pool/pool-state.js';
import { activeFaults } from './active-faults.js';

/** Whether a fault loses the sample of a metric that is taken now; `sample` and `metric` number it. */
export function losesSample(pool: PoolState, sample: number, metric: number): boolean {
  return activeFaults(pool.activeFaults, 'sampleLoss').some(
    ({ fault, draws }) => fault.share === 1 || draws.uniform(sample, metric) < fault.share,
  );
}

/** How much later than usual samples that are taken now can be seen. */
export function sampleDelay(pool: PoolState): Quanta {
  return activeFaults(pool.activeFaults, 'sampleDelay').reduce(
    (most, { fault }) => Math.max(most, fault.delay),
    0,
  );
}
