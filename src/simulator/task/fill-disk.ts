import { secondsToQuanta } from '../../base/time/quanta.js';
import type { TaskSettings } from '../../workload/task-settings.js';
import { freeBytes } from '../node/node-disk.js';
import type { World } from '../world.js';
import { nodesOfTask } from './multi-instance/instances.js';
import type { AttemptEnding } from './task-detail.js';
import { imageName, packageName, taskBytes } from './transfer-times.js';

/** Bytes of packages and image of a task that its node has not got yet. */
function missingBytes(world: World, node: number, settings: TaskSettings): number {
  const { applicationPackages = [], container } = settings;
  const present = world.nodeContents.get(node);
  let bytes = 0;
  for (const { id, bytes: size } of applicationPackages) {
    if (present?.has(packageName(id)) !== true) bytes += size;
  }
  if (container !== undefined && present?.has(imageName(container)) !== true) {
    bytes += container.imageBytes;
  }
  return bytes;
}

/**
 * How an attempt ends for which a disk of limited size has no room: with DiskFull, at the moment when downloads, or after them the
 * data that the command writes evenly, have filled it. Undefined where there is room. Every instance of a multi-instance task
 * takes as much on its own node.
 */
export function diskFullEnding(
  world: World,
  task: number,
  settings: TaskSettings,
): AttemptEnding | undefined {
  const { tasks, nodes, pools, parameters } = world;
  const nodesUsed = nodesOfTask(tasks, task);
  const pool = pools[nodes.pool[nodesUsed[0]!]!]!;
  if (pool.input.diskBytes === undefined) return undefined;
  const written = settings.usage?.diskBytes ?? 0;
  const rate = parameters['task.download_bytes_per_s'];
  let ending: AttemptEnding | undefined;
  const fullNodes: number[] = [];
  for (const node of nodesUsed) {
    const downloads = taskBytes(settings) - written + missingBytes(world, node, settings);
    const free = Math.max(0, freeBytes(world, pool, node, task));
    if (downloads + written <= free) continue;
    fullNodes.push(node);
    const share = downloads >= free ? 0 : (free - downloads) / written;
    const duration =
      secondsToQuanta(Math.min(downloads, free) / rate) + Math.floor(tasks.runTime[task]! * share);
    if (ending !== undefined && ending.duration <= duration) continue;
    ending = { duration, exitCode: null, failure: 'DiskFull' };
  }
  if (ending === undefined) return undefined;
  const smallest = Math.min(...nodesUsed.map((node) => freeBytes(world, pool, node, task)));
  return { ...ending, diskBytes: Math.max(0, smallest), fullNodes };
}
