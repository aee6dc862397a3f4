import { serviceLimits } from '../service-limits.js';
import type { JobSettings, ServiceError } from './operation.js';
import { refusal } from './service-errors.js';

/** What the service refuses of the settings of a job, whatever it is now (service.md section 3.2). */
export function refuseJobSettings({
  priority,
  maxParallelTasks,
  constraints = {},
}: JobSettings): ServiceError | undefined {
  const { lowestPriority, highestPriority } = serviceLimits;
  if (priority !== undefined && (priority < lowestPriority || priority > highestPriority)) {
    return refusal('OutOfRangePriority');
  }
  return maxParallelTasks !== undefined && maxParallelTasks < 1 && maxParallelTasks !== -1
    ? refusal('InvalidPropertyValue', 'maxParallelTasks is -1 or greater than 0.')
    : refuseRetryCount(constraints);
}

/** The same of the retries that a job or a task allows (service.md section 4.2). */
export function refuseRetryCount({
  maxTaskRetryCount = 0,
}: {
  readonly maxTaskRetryCount?: number | undefined;
}): ServiceError | undefined {
  return maxTaskRetryCount < -1
    ? refusal('InvalidConstraintValue', 'maxTaskRetryCount is -1 or greater.')
    : undefined;
}
