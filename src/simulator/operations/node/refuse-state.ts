import {
  CREATING,
  REBOOTING,
  REIMAGING,
  STARTING,
  UNUSABLE,
  WAITING_FOR_START_TASK,
} from '../../node/node-state.js';
import type { ServiceError } from '../operation.js';
import { refusal } from '../service-errors.js';

/** How the service refuses what the state of a node does not allow: by the code that names the state, where it has one (S10.1). */
export function refuseState(state: number): ServiceError {
  switch (state) {
    case CREATING:
      return refusal('NodeBeingCreated');
    case STARTING:
    case WAITING_FOR_START_TASK:
      return refusal('NodeBeingStarted');
    case REBOOTING:
      return refusal('NodeBeingRebooted');
    case REIMAGING:
      return refusal('NodeBeingReimaged');
    case UNUSABLE:
      return refusal('NodeStateUnusable');
    default:
      return refusal('OperationInvalidForCurrentState');
  }
}
