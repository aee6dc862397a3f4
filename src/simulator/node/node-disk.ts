import { logNodeError } from '../log/node-events.js';
import type { Download } from '../input/node-setup.js';
import type { PoolState } from '../pool/pool-state.js';
import { primaryOf } from '../task/multi-instance/instances.js';
import { RUNNING } from '../task/task-state.js';
import { taskBytes } from '../task/transfer-times.js';
import type { World } from '../world.js';
import { changeNodeState } from './node-accounting.js';
import { bytesOnNode } from './node-contents.js';
import { UNUSABLE } from './node-state.js';

const bytesPerGigabyte = 1e9;

function downloadBytes(downloads: readonly Download[], usual: number): number {
  return downloads.reduce((sum, { gigabytes = usual }) => sum + gigabytes * bytesPerGigabyte, 0);
}

/** Bytes of a node that files of tasks may take: what the reserve of the service, packages and images of the pool leave. */
export function bytesForTasks(world: World, { input }: PoolState, node: number): number {
  const { parameters, nodes } = world;
  const { nodeSetup, diskBytes = Infinity } = input;
  const ofPool =
    nodeSetup === undefined || nodes.prepared[node] === 0
      ? 0
      : downloadBytes(nodeSetup.applicationPackages, parameters['node.package_gb']) +
        downloadBytes(nodeSetup.containerImages, parameters['node.image_gb']);
  return Math.max(0, diskBytes - parameters['node.disk_reserve_bytes'] - ofPool);
}

/**
 * Bytes that tasks take on a node: packages and images that they brought, retained data of finished tasks, and all that a running
 * attempt will write, from its start on. `except` is a task that does not count.
 */
export function bytesOfTasks(world: World, node: number, except: number = -1): number {
  const { tasks, nodes } = world;
  let bytes = bytesOnNode(world, node);
  for (let task = nodes.firstTask[node]!; task >= 0; task = tasks.next[task]!) {
    const primary = primaryOf(tasks, task);
    if (primary === except || tasks.state[primary] !== RUNNING) continue;
    const detail = tasks.details.get(primary);
    if (detail !== undefined) bytes += detail.attempt?.diskBytes ?? taskBytes(detail.settings);
  }
  return bytes;
}

export function freeBytes(world: World, pool: PoolState, node: number, except?: number): number {
  return bytesForTasks(world, pool, node) - bytesOfTasks(world, node, except);
}

/** A node that boots with a full disk is unusable again: space must be free first (service.md section 2.3). */
export function isDiskFull(world: World, pool: PoolState, node: number): boolean {
  return pool.input.diskBytes !== undefined && freeBytes(world, pool, node) <= 0;
}

/** Marks a node that boots as unusable because of its disk. */
export function refuseFullNode(world: World, pool: PoolState, node: number): void {
  changeNodeState(world, pool, node, UNUSABLE);
  logDiskFull(world, node);
}

/** Ours: the service shows it in the `errors` of the node. */
export function logDiskFull(world: World, node: number): void {
  if (world.log !== undefined) logNodeError(world.log, world, node, 'DiskFull');
}
