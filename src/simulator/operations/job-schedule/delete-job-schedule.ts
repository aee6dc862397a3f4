import { deleteJobSchedule as remove } from '../../job-schedule/end-job-schedule.js';
import type { DeleteJobSchedule } from '../operation.js';
import { anyJobScheduleOperation, type OperationDefinition } from '../operation-definition.js';

/** Possible in every state but the one that it leads to. */
export const deleteJobSchedule: OperationDefinition<DeleteJobSchedule> = anyJobScheduleOperation(
  202,
  (world, schedule) => {
    remove(world, schedule);
    return undefined;
  },
);
