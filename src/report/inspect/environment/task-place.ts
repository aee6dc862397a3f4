import type { EnvironmentSetting } from '../../../workload/task-settings.js';
import type { OperatingSystem } from '../../../simulator/input/node-setup.js';

/** Where an attempt of a task runs, as the event log tells it: all that its environment depends on. */
export interface TaskPlace {
  readonly jobId: string;
  readonly taskId: string;
  readonly poolId: string;
  readonly nodeId: string;
  readonly pool: PoolFacts;
  readonly job: JobFacts;
  readonly own: TaskFacts;
  /** Nodes of all its instances, the primary's first; one for an ordinary task. */
  readonly instances: readonly string[];
}

export interface PoolFacts {
  /** Absent where the scenario names no account. */
  readonly accountName?: string;
  readonly operatingSystem: OperatingSystem;
  readonly communicates: boolean;
  /** Cores of a node, where the log tells them. */
  readonly cores?: number;
  /** Absent where disks are not limited. */
  readonly diskReserveBytes?: number;
  /** `id/version`. */
  readonly packages: readonly string[];
}

export interface JobFacts {
  readonly settings: readonly EnvironmentSetting[];
  readonly preparationTaskId?: string;
}

export interface TaskFacts {
  readonly settings: readonly EnvironmentSetting[];
  /** `id/version`. */
  readonly packages: readonly string[];
}

/** A spot node has `-p` at the end of its id (recorded 2016 to 2018). */
export function isDedicated(nodeId: string): boolean {
  return !nodeId.endsWith('-p');
}

/**
 * The address of a node in the network of its pool, by its number: no record settles addresses, except that the first three
 * hosts of an Azure subnet are taken.
 */
export function addressOf(nodeId: string): string {
  const number = Number(/_(\d+)-/.exec(nodeId)?.[1] ?? 1);
  const host = number + 3;
  return `10.${Math.floor(host / 65_536) % 256}.${Math.floor(host / 256) % 256}.${host % 256}`;
}
