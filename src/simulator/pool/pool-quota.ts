import type { ServiceError } from '../operations/operation.js';
import { refusal } from '../operations/service-errors.js';
import type { World } from '../world.js';

/** Why the account may have no further pool (service.md section 7). */
export function poolQuotaRefusal({ account, pools }: World): ServiceError | undefined {
  const { poolQuota = Infinity } = account ?? {};
  const count = pools.filter(({ state }) => state !== 'deleted').length;
  return count < poolQuota ? undefined : refusal('PoolQuotaReached');
}
