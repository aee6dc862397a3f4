import type { Quanta } from '../../base/time/quanta.js';
import type { UpgradeCourse } from './upgrade-policy.js';

/** The roll-out of a new operating system over a pool. */
export interface UpgradeState {
  readonly record: OsUpgradeRecord;
  readonly course: UpgradeCourse;
  /** The nodes that are upgraded now, with their numbers in the pool, because a slot of the store can be used again. */
  batch: readonly { readonly node: number; readonly number: number }[];
  /** No new batch before this. */
  nextBatchAt: Quanta;
}

/** What came of a new operating system in a pool. */
export interface OsUpgradeRecord {
  readonly poolId: string;
  readonly atSeconds: number;
  /** null while nodes are left. */
  endSeconds: number | null;
  /** Nodes that were upgraded. */
  nodes: number;
  /**
   * `Stopped`: too many nodes were unhealthy, or the pool is deleted. `Superseded`: a newer one came. `NotEnabled`: the policy of the pool keeps it as
   * it is. `NoPool`: there was no pool of that id.
   */
  result: 'InProgress' | 'Completed' | 'Stopped' | 'Superseded' | 'NotEnabled' | 'NoPool';
}
