import { GO_OFFLINE } from '../../node/drain-goal.js';
import { drainNodes } from '../../node/drain.js';
import { IDLE, RUNNING_TASKS } from '../../node/node-state.js';
import type { DisableNodeScheduling } from '../operation.js';
import { nodeOperation, type OperationDefinition } from '../operation-definition.js';
import { refusal } from '../service-errors.js';

/** Offline once no task is left; a node that is still booting goes offline instead of idle. */
export const disableNodeScheduling: OperationDefinition<DisableNodeScheduling> = nodeOperation(
  200,
  (world, pool, node, { nodeDisableSchedulingOption = 'requeue' }) => {
    const { nodes } = world;
    if (nodes.schedulingDisabled[node] === 1) return refusal('NodeAlreadyInTargetSchedulingState');
    nodes.schedulingDisabled[node] = 1;
    const state = nodes.state[node]!;
    const serves = state === IDLE || state === RUNNING_TASKS;
    // A node on its way to a reboot or the like comes back offline.
    if (serves && nodes.draining[node] === 0) {
      drainNodes(world, pool, [node], nodeDisableSchedulingOption, GO_OFFLINE);
    }
    return undefined;
  },
);
