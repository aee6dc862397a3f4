import type { Quanta } from '../../base/time/quanta.js';
import type { AutoScaleSettings } from './autoscale-settings.js';
import type { NodeSetup, OperatingSystem } from './node-setup.js';
import type { UpgradePolicy } from '../upgrade/upgrade-policy.js';

export interface StartTask {
  /** Seconds that the start task runs on every boot. */
  readonly runTime: number;
  /** Whether tasks wait for it (REST default true). */
  readonly waitForSuccess: boolean;
  /** Runs after the first that fails, on every boot; -1 is endless. REST default 0. */
  readonly maxTaskRetryCount?: number;
  /** Share of its runs that fail; 0 by default. */
  readonly failureShare?: number;
}

/** A pool with REST names. A pool scales by its formula or keeps its targets. */
export interface PoolInput {
  readonly id: string;
  readonly vmSize: string;
  /** Cores of a node and family of its size, for quotas; a pool without them is not limited. */
  readonly cores?: number;
  readonly vmFamily?: string;
  readonly taskSlotsPerNode: number;
  readonly nodeFillType: 'spread' | 'pack';
  /** Whether nodes may talk to one another, which multi-instance tasks need; REST default false. */
  readonly enableInterNodeCommunication?: boolean;
  /** Whether the image of its nodes is a managed image, from which a pool can be of limited size (service.md section 7). */
  readonly usesManagedImage?: boolean;
  /** Order among jobs of equal priority. REST default none: each has the same chance. */
  readonly jobDefaultOrder?: 'none' | 'creationtime';
  readonly targetDedicatedNodes: number;
  readonly targetLowPriorityNodes: number;
  readonly resizeTimeout: Quanta;
  readonly startTask?: StartTask;
  readonly autoScale?: AutoScaleSettings;
  readonly nodeSetup?: NodeSetup;
  readonly upgradePolicy?: UpgradePolicy;
  /** Disk of a node for files of tasks, packages and images; not limited by default. */
  readonly diskBytes?: number;
  /** Linux by default. */
  readonly operatingSystem?: OperatingSystem;
}
