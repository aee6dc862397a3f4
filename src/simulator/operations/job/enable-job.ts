import { setJobState } from '../../job/set-job-state.js';
import type { EnableJob } from '../operation.js';
import { jobOperation, type OperationDefinition } from '../operation-definition.js';
import { refusal } from '../service-errors.js';

/** A disabled job takes up its tasks again; any other is refused. */
export const enableJob: OperationDefinition<EnableJob> = jobOperation(202, (world, job) => {
  if (job.state !== 'disabled') {
    return refusal('OperationInvalidForCurrentState', 'The specified job is not disabled.');
  }
  setJobState(world, job, 'enabling');
  world.jobAgenda.push(job.index);
  return undefined;
});
