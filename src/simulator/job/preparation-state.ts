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

/** The preparation task of a job on one node. A `failed` one bars the node for the job if tasks had to wait for it. */
export interface NodePreparation {
  /** Index into the jobs of the input. */
  readonly job: number;
  /** Start of the run that is going on. */
  startedAt: Quanta;
  /** Whether that run will succeed. */
  succeeds: boolean;
  /** Runs of it that have failed. */
  failures: number;
  state: 'running' | 'succeeded' | 'failed';
  /** Order of the event of its end. */
  awaitedEvent: number;
}

/** The preparation tasks of a run. */
export interface Preparations {
  /** By slot of the node store, then by index of the job. */
  readonly onNode: Map<number, Map<number, NodePreparation>>;
  /** How many of them have failed for good. */
  failed: number;
}
