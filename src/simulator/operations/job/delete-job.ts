import { deleteJob as remove } from '../../job/end-job.js';
import { endingRefusal } from '../../job/ending-refusal.js';
import type { DeleteJob } from '../operation.js';
import { anyJobOperation, type OperationDefinition } from '../operation-definition.js';

/** Possible in every state but the one that it leads to, also for a completed job. */
export const deleteJob: OperationDefinition<DeleteJob> = anyJobOperation(202, (world, job) => {
  if (job.state === 'deleting') return endingRefusal(job);
  remove(world, job);
  return undefined;
});
