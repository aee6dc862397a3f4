import type { ServiceError } from '../operations/operation.js';
import { refusal } from '../operations/service-errors.js';
import type { JobState } from './job-state.js';

/** How the service answers to a request about a job that is ending or has ended. */
export function endingRefusal({ state }: JobState): ServiceError {
  switch (state) {
    case 'terminating':
      return refusal('JobBeingTerminated');
    case 'deleting':
      return refusal('JobBeingDeleted');
    case 'deleted':
      return refusal('JobNotFound');
    default:
      return refusal('JobCompleted');
  }
}
