import { changeLevel } from '../accounting/step-series.js';
import { LEVEL_ACTIVE, type PoolState } from '../pool/pool-state.js';
import type { World } from '../world.js';
import { instancesOf } from './multi-instance/instances.js';

/** A task becomes one of the active ones of its pool (1), or is no longer (-1). */
export function countActive(world: World, pool: PoolState, task: number, change: 1 | -1): void {
  pool.activeTasks += change;
  changeLevel(pool.series, LEVEL_ACTIVE, change, world.now);
  if (world.tasks.detailed[task] === 0) return;
  const instances = instancesOf(world.tasks, task);
  if (instances > 1) pool.activeSubtasks += change * (instances - 1);
}
