import type { Quanta } from '../../base/time/quanta.js';

/** A job preparation task (service.md section 3.5). */
export interface JobPreparationTask {
  readonly id: string;
  readonly runTime: Quanta;
  /** Whether the tasks of the job wait for it on each node; REST default true. */
  readonly waitForSuccess: boolean;
  /** Whether it runs again when its node was rebooted after it succeeded; REST default true. */
  readonly rerunOnNodeRebootAfterSuccess: boolean;
  /** Runs after the first that fails; -1 is endless. REST default 0. */
  readonly maxTaskRetryCount: number;
  /** Share of its runs that fail, 0 to 1. */
  readonly failureShare: number;
}
