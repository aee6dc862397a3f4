import { terminateJobSchedule as terminate } from '../../job-schedule/end-job-schedule.js';
import type { TerminateJobSchedule } from '../operation.js';
import { jobScheduleOperation, type OperationDefinition } from '../operation-definition.js';

export const terminateJobSchedule: OperationDefinition<TerminateJobSchedule> = jobScheduleOperation(
  202,
  (world, schedule) => {
    terminate(world, schedule);
    return undefined;
  },
);
