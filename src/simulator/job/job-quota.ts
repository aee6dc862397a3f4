import type { ServiceError } from '../operations/operation.js';
import { refusal } from '../operations/service-errors.js';
import type { World } from '../world.js';

/**
 * Why the account may have no further job: its quota counts jobs and job schedules that are not completed (service.md sections 3.1
 * and 7).
 */
export function jobQuotaRefusal({ account, jobs, schedules }: World): ServiceError | undefined {
  const quota = account?.activeJobAndJobScheduleQuota;
  if (quota === undefined) return undefined;
  const active = [...jobs, ...schedules].filter(
    ({ state }) => state !== 'completed' && state !== 'deleted',
  );
  return active.length < quota ? undefined : refusal('ActiveJobAndScheduleQuotaReached');
}
