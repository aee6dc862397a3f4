import { setJobScheduleState } from '../../job-schedule/set-job-schedule-state.js';
import type { DisableJobSchedule } from '../operation.js';
import { jobScheduleOperation, type OperationDefinition } from '../operation-definition.js';

/** No job is created any more, and the active one goes on; nothing changes where it is disabled already. */
export const disableJobSchedule: OperationDefinition<DisableJobSchedule> = jobScheduleOperation(
  204,
  (world, schedule) => {
    if (schedule.state === 'active') setJobScheduleState(world, schedule, 'disabled');
    return undefined;
  },
);
