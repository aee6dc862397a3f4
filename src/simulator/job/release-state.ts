import type { Quanta } from '../../base/time/quanta.js';

/** The release task of a job on a node where its preparation task has completed. */
export interface NodeRelease {
  /** Index into `world.jobs`. */
  readonly job: number;
  /** `due` until the job ends, `waiting` while the node restarts, then `running`. */
  state: 'due' | 'waiting' | 'running';
  /** Start of the run that is going on. */
  startedAt: Quanta;
  /** How that run will end. */
  ending: ReleaseEnding;
  /** Order of the event of its end; -1 while it does not run. */
  awaitedEvent: number;
}

export type ReleaseEnding = 'success' | 'failure' | 'time-limit';

/** The release tasks of a run: by slot of the node store, then by index of the job; gone once they have ended. */
export type Releases = Map<number, Map<number, NodeRelease>>;
