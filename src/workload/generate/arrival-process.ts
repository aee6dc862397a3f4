import { ln } from '../../base/math/special-functions.js';

/** When generated tasks are submitted. All times are seconds. */
export type ArrivalProcess =
  | {
      /** The same time between any two submissions. */
      readonly kind: 'constant';
      readonly interval: number;
    }
  | {
      /** Times between submissions are uniform in [low, high). */
      readonly kind: 'uniform';
      readonly low: number;
      readonly high: number;
    }
  | {
      /** A Poisson process: times between submissions are exponential. */
      readonly kind: 'poisson';
      readonly meanInterval: number;
    }
  | {
      /** Bursts of `size` tasks that follow `within`; after each burst a pause comes on top. */
      readonly kind: 'bursts';
      readonly size: number;
      readonly pause: number;
      readonly within: Exclude<ArrivalProcess, { readonly kind: 'bursts' }>;
    };

/**
 * Seconds between task `number` and the task before it (or the start, for task 0), given a uniform number in [0, 1). Constant
 * arrivals begin with a task at the start itself.
 */
export function arrivalGap(process: ArrivalProcess, number: number, uniform: number): number {
  switch (process.kind) {
    case 'constant':
      return number === 0 ? 0 : process.interval;
    case 'uniform':
      return process.low + (process.high - process.low) * uniform;
    case 'poisson':
      return -process.meanInterval * ln(1 - uniform);
    case 'bursts': {
      const pause = number > 0 && number % process.size === 0 ? process.pause : 0;
      return pause + arrivalGap(process.within, number, uniform);
    }
  }
}
