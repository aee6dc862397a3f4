import { terminateJob as terminate } from '../../job/end-job.js';
import type { TerminateJob } from '../operation.js';
import { jobOperation, type OperationDefinition } from '../operation-definition.js';

/** Reason of a plain call, recorded (Batch Explorer; service.md section 3.2). */
const plainReason = 'UserTerminate';

export const terminateJob: OperationDefinition<TerminateJob> = jobOperation(
  202,
  (world, job, { terminateReason }) => {
    terminate(world, job, terminateReason ?? plainReason);
    return undefined;
  },
);
