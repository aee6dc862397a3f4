import type { JobState } from '../job/job-state.js';
import { createPool } from '../pool/open-pool.js';
import { poolQuotaRefusal } from '../pool/pool-quota.js';
import type { PoolState } from '../pool/pool-state.js';
import { textHash } from '../log/node-id.js';
import type { World } from '../world.js';
import type { AutoPoolInput } from '../input/auto-pool-input.js';

/**
 * Gives a new job its auto pool: that of its schedule where it lives as long, or one of its own. Where the quota of pools leaves no
 * room, the job has a schedulingError and is completed at once (service.md section 1.5).
 */
export function giveAutoPool(world: World, job: JobState, autoPool: AutoPoolInput): void {
  const schedule = world.schedules[job.schedule];
  const shared = autoPool.poolLifetimeOption === 'jobschedule' ? schedule : undefined;
  const present = world.pools[shared?.autoPool ?? -1];
  if (present?.state === 'active') {
    job.pool = present.index;
    return;
  }
  const refused = poolQuotaRefusal(world);
  if (refused !== undefined) {
    const { message } = refused;
    job.schedulingError = { code: 'AutoPoolCreationFailedWithQuotaReached', message };
    return;
  }
  const pool = createAutoPool(world, autoPool, shared?.input.id ?? job.input.id);
  job.pool = pool.index;
  if (shared !== undefined) shared.autoPool = pool.index;
}

/** `owner`: id of the job or the schedule that it is for. */
function createAutoPool(world: World, autoPool: AutoPoolInput, owner: string): PoolState {
  const { autoPoolIdPrefix, pool: specification } = autoPool;
  const index = world.pools.length;
  const unique = uniqueId(`${world.input.seed}/${owner}/${index}`);
  const id = autoPoolIdPrefix === undefined ? unique : `${autoPoolIdPrefix}_${unique}`;
  return createPool(world, { ...specification, id }, true);
}

/** Looks like the identifiers of the service, and is the same in every run. */
function uniqueId(text: string): string {
  const part = (number: number): string =>
    textHash(`${text}/${number}`).toString(16).padStart(8, '0');
  const hex = [0, 1, 2, 3].map(part).join('');
  return [0, 8, 12, 16, 20].map((from, at, all) => hex.slice(from, all[at + 1] ?? 32)).join('-');
}
