import { setJobScheduleState } from '../../job-schedule/set-job-schedule-state.js';
import { settleJobSchedule } from '../../job-schedule/settle-job-schedule.js';
import type { EnableJobSchedule } from '../operation.js';
import { jobScheduleOperation, type OperationDefinition } from '../operation-definition.js';

/** Jobs are created again, one at once where a recurrence can still be made up for; nothing changes where it is active. */
export const enableJobSchedule: OperationDefinition<EnableJobSchedule> = jobScheduleOperation(
  204,
  (world, schedule) => {
    if (schedule.state !== 'disabled') return undefined;
    setJobScheduleState(world, schedule, 'active');
    settleJobSchedule(world, schedule);
    return undefined;
  },
);
