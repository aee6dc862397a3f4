import { assignFaults } from '../faults/assign-faults.js';
import { logJobUpdate } from '../log/job-events.js';
import type { PoolInput } from '../input/pool-input.js';
import { moveJob } from '../job/move-job.js';
import { logPoolCreate } from '../log/pool-events.js';
import type { World } from '../world.js';
import { enableAutoScale } from './autoscaler.js';
import { createPoolState, type PoolState } from './pool-state.js';
import { setTargets } from './resize.js';

/** Creates a pool during the run: jobs that wait for one of its id are bound to it, and its formula or its targets take effect at once. */
export function createPool(world: World, input: PoolInput, isAutoPool: boolean): PoolState {
  const { pools, input: run, log } = world;
  const earlier = poolsOfId(world, input.id).filter(({ isAwaited }) => !isAwaited);
  const name = earlier.length === 0 ? input.id : `${input.id}#${earlier.length + 1}`;
  const pool = createPoolState(pools.length, input, run.seed, { isAutoPool, name });
  assignFaults(world, pool);
  pools.push(pool);
  if (log !== undefined) {
    log.poolIds.push(JSON.stringify(input.id));
    logPoolCreate(log, world, pool);
  }
  bindWaitingJobs(world, pool);
  sizePool(world, pool);
  return pool;
}

/** Jobs whose pool was deleted, or never there, run on the next one of its id (service.md section 1.6). */
function bindWaitingJobs(world: World, pool: PoolState): void {
  const gone = poolsOfId(world, pool.input.id).filter(({ state }) => state === 'deleted');
  if (gone.length === 0) return;
  for (const job of world.jobs) {
    if (job.state === 'completed' || job.state === 'deleted') continue;
    if (!gone.some(({ index }) => index === job.pool)) continue;
    moveJob(world, job, pool.index);
    if (world.log !== undefined) logJobUpdate(world.log, world, job);
    world.jobAgenda.push(job.index);
  }
}

function poolsOfId({ pools }: World, id: string): PoolState[] {
  const folded = id.toLowerCase();
  return pools.filter(({ input }) => input.id.toLowerCase() === folded);
}

/** Enables autoscale, or resizes to the targets that the pool was created with. */
export function sizePool(world: World, pool: PoolState): void {
  const { autoScale, targetDedicatedNodes, targetLowPriorityNodes } = pool.input;
  if (autoScale !== undefined) enableAutoScale(world, pool, autoScale);
  else setTargets(world, pool, targetDedicatedNodes, targetLowPriorityNodes, 'requeue');
}
