import type { JobManagerTask } from '../input/job-manager-task.js';
import type { World } from '../world.js';

/** Slots that a job manager task takes: with runExclusive all of its node, so that it starts on an idle one and stays alone there. */
export function managerSlots(world: World, manager: JobManagerTask, pool: number): number {
  const { taskSlotsPerNode } = world.pools[pool]!.input;
  const { requiredSlots, runExclusive } = manager;
  return runExclusive ? Math.max(requiredSlots, taskSlotsPerNode) : requiredSlots;
}

/** Nodes with a job manager task on them. */
export function managerNodes({ jobs, tasks }: World): Set<number> {
  const found = new Set<number>();
  for (const { managerTask } of jobs) {
    if (managerTask >= 0 && tasks.node[managerTask]! >= 0) found.add(tasks.node[managerTask]!);
  }
  return found;
}
