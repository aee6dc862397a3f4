import { createJob } from '../../job/create-job.js';
import { jobQuotaRefusal } from '../../job/job-quota.js';
import type { AddJob } from '../operation.js';
import type { OperationDefinition } from '../operation-definition.js';
import { refuseJobId } from '../refuse-id.js';

/** Creates a job, whose tasks are submitted from then on (service.md sections 3.1, 7 and 10). */
export const addJob: OperationDefinition<AddJob> = {
  httpStatus: 201,
  perform(world, { job, tasks }) {
    const error = refuseJobId(world, job.id) ?? jobQuotaRefusal(world);
    if (error !== undefined) return [{ error }];
    createJob(world, job, { schedule: -1, tasks });
    return [{}];
  },
};
