import type { Quanta } from '../../base/time/quanta.js';

/** A job release task (service.md section 3.5). */
export interface JobReleaseTask {
  readonly id: string;
  readonly runTime: Quanta;
  /** Longest run on a node, at most `serviceLimits.longestReleaseTask`. */
  readonly maxWallClockTime: Quanta;
  /** Share of its runs that fail, 0 to 1. */
  readonly failureShare: number;
}
