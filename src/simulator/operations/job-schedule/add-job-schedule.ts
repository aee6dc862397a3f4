import { jobQuotaRefusal } from '../../job/job-quota.js';
import { addJobSchedule as add } from '../../job-schedule/add-job-schedule.js';
import { settleJobSchedule } from '../../job-schedule/settle-job-schedule.js';
import type { AddJobSchedule } from '../operation.js';
import type { OperationDefinition } from '../operation-definition.js';
import { refuseJobScheduleId } from '../refuse-id.js';

/** Creates a job schedule, and its first job where that is due (service.md sections 3.6, 7 and 10). */
export const addJobSchedule: OperationDefinition<AddJobSchedule> = {
  httpStatus: 201,
  perform(world, { jobSchedule }) {
    const error = refuseJobScheduleId(world, jobSchedule.id) ?? jobQuotaRefusal(world);
    if (error !== undefined) return [{ error }];
    const schedule = { doNotRunUntil: world.now, ...jobSchedule.schedule };
    settleJobSchedule(world, add(world, { ...jobSchedule, schedule }));
    return [{}];
  },
};
