import type { Quanta } from '../../base/time/quanta.js';

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
