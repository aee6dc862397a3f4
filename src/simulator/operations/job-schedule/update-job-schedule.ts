import { updateJobSchedule as update } from '../../job-schedule/update-job-schedule.js';
import type { JobSpecification } from '../../input/job-schedule-input.js';
import { serviceLimits } from '../../service-limits.js';
import type { JobSettings, ServiceError, UpdateJobSchedule } from '../operation.js';
import { jobScheduleOperation, type OperationDefinition } from '../operation-definition.js';
import { refuseJobSettings } from '../refuse-job-settings.js';
import { refusal } from '../service-errors.js';

/** Changes when jobs are created, and what later ones are like; the active job stays as it is (service.md section 3.6). */
export const updateJobSchedule: OperationDefinition<UpdateJobSchedule> = jobScheduleOperation(
  200,
  (world, state, operation) => {
    const refused = refuseTimes(operation) ?? refuseJobSettings(operation.jobSpecification ?? {});
    if (refused !== undefined) return refused;
    const { schedule, jobSpecification = {} } = operation;
    const times = schedule === undefined ? undefined : { doNotRunUntil: world.now, ...schedule };
    update(world, state, times, changesOf(jobSpecification));
    return undefined;
  },
);

function changesOf({
  priority,
  maxParallelTasks,
  allowTaskPreemption,
  onAllTasksComplete,
  constraints: { maxWallClockTime, maxTaskRetryCount } = {},
}: JobSettings): Partial<JobSpecification> {
  return {
    ...(priority === undefined ? {} : { priority }),
    ...(maxParallelTasks === undefined ? {} : { maxParallelTasks }),
    ...(allowTaskPreemption === undefined ? {} : { allowTaskPreemption }),
    ...(onAllTasksComplete === undefined ? {} : { onAllTasksComplete }),
    ...(maxWallClockTime === undefined ? {} : { maxWallClockTime }),
    ...(maxTaskRetryCount === undefined ? {} : { maxTaskRetryCount }),
  };
}

/** What the service refuses of the times of a schedule (service.md section 3.6). */
function refuseTimes({ schedule }: UpdateJobSchedule): ServiceError | undefined {
  const { startWindow = Infinity, recurrenceInterval = Infinity } = schedule ?? {};
  const { shortestRecurrence } = serviceLimits;
  return startWindow < shortestRecurrence || recurrenceInterval < shortestRecurrence
    ? refusal('InvalidPropertyValue', 'startWindow and recurrenceInterval are at least PT1M.')
    : undefined;
}
