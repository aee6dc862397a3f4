import { disableJob as disable } from '../../job/disable-job.js';
import type { DisableJob } from '../operation.js';
import { jobOperation, type OperationDefinition } from '../operation-definition.js';
import { refusal } from '../service-errors.js';

/** Allowed while the job is active, disabling or disabled (service.md section 3.1). */
export const disableJob: OperationDefinition<DisableJob> = jobOperation(
  202,
  (world, job, { disableTasks }) => {
    if (job.state === 'enabling') {
      return refusal('OperationInvalidForCurrentState', 'The specified job is being enabled.');
    }
    disable(world, job, disableTasks);
    return undefined;
  },
);
