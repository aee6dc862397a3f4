import { quantaToSeconds, type Quanta } from '../../base/time/quanta.js';
import type { TaskUsage } from '../../workload/task-settings.js';
import { bytesOnNode } from '../node/node-contents.js';
import { REQUESTED } from '../node/node-state.js';
import { primaryOf } from '../task/multi-instance/instances.js';
import { resourceBytes } from '../task/transfer-times.js';
import { RUNNING } from '../task/task-state.js';
import type { World } from '../world.js';
import type { PoolState } from './pool-state.js';

/** How a metric is made of what the nodes of a pool use at the instant of a sample. */
interface ResourceMetric {
  /** What a running task uses, in the unit of the metric or in that per second. */
  readonly of: (usage: TaskUsage, world: World, pool: PoolState) => number;
  /** `mean` over the nodes of the pool; `per-period` sums what all tasks use within a sample period at their present rate. */
  readonly as: 'mean' | 'per-period';
}

const bytesPerMegabyte = 1_048_576;
const bytesPerGigabyte = 1_073_741_824;

/**
 * The resource metrics with the units of language.md section 8: a fraction of the CPU, megabytes of memory and gigabytes of disk as
 * means over the nodes; bytes, operations and seconds as sums over the pool.
 */
export const resourceMetrics: Readonly<Record<string, ResourceMetric>> = {
  $CPUPercent: {
    as: 'mean',
    of: ({ cpu = 0, cores = 0 }, world, pool) => {
      const fraction = cpu + (pool.input.cores === undefined ? 0 : cores / pool.input.cores);
      return world.parameters['sample.cpu_percent'] === 'percent' ? 100 * fraction : fraction;
    },
  },
  $WallClockSeconds: { as: 'per-period', of: () => 1 },
  $MemoryBytes: { as: 'mean', of: ({ memoryBytes = 0 }) => memoryBytes / bytesPerMegabyte },
  // What packages, images and files of tasks take comes on top.
  $DiskBytes: { as: 'mean', of: ({ diskBytes = 0 }) => diskBytes / bytesPerGigabyte },
  $DiskReadBytes: { as: 'per-period', of: (usage) => usage.diskReadBytesPerSecond ?? 0 },
  $DiskWriteBytes: { as: 'per-period', of: (usage) => usage.diskWriteBytesPerSecond ?? 0 },
  $DiskReadOps: { as: 'per-period', of: (usage) => usage.diskReadOpsPerSecond ?? 0 },
  $DiskWriteOps: { as: 'per-period', of: (usage) => usage.diskWriteOpsPerSecond ?? 0 },
  $NetworkInBytes: { as: 'per-period', of: (usage) => usage.networkInBytesPerSecond ?? 0 },
  $NetworkOutBytes: { as: 'per-period', of: (usage) => usage.networkOutBytesPerSecond ?? 0 },
};

const noUsage: TaskUsage = {};

/** The values of all resource metrics of a pool now, in the order of the table. A mean over no nodes is 0. */
export function measureResources(
  world: World,
  pool: PoolState,
  period: Quanta,
): (readonly [string, number])[] {
  const { tasks, nodes } = world;
  const metrics = Object.values(resourceMetrics);
  const sums = metrics.map(() => 0);
  let disk = 0;
  for (const node of pool.members) {
    if (nodes.state[node] === REQUESTED) continue;
    disk += bytesOnNode(world, node);
    for (let task = nodes.firstTask[node]!; task >= 0; task = tasks.next[task]!) {
      if (tasks.state[primaryOf(tasks, task)] !== RUNNING) continue;
      const settings = tasks.detailed[task] === 0 ? undefined : tasks.details.get(task)!.settings;
      if (settings !== undefined) disk += resourceBytes(settings);
      for (const [index, metric] of metrics.entries()) {
        sums[index]! += metric.of(settings?.usage ?? noUsage, world, pool);
      }
    }
  }
  const present = pool.nodeTime[0].present + pool.nodeTime[1].present;
  return Object.keys(resourceMetrics).map((name, index) => {
    const sum = sums[index]! + (name === '$DiskBytes' ? disk / bytesPerGigabyte : 0);
    if (resourceMetrics[name]!.as === 'per-period') return [name, sum * quantaToSeconds(period)];
    return [name, present === 0 ? 0 : sum / present];
  });
}
