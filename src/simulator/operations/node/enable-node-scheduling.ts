import { GO_OFFLINE } from '../../node/drain-goal.js';
import { becomeReady } from '../../node/node-lifecycle.js';
import { OFFLINE } from '../../node/node-state.js';
import { fillNode } from '../../scheduler/place.js';
import type { EnableNodeScheduling } from '../operation.js';
import { nodeOperation, type OperationDefinition } from '../operation-definition.js';
import { refusal } from '../service-errors.js';

export const enableNodeScheduling: OperationDefinition<EnableNodeScheduling> = nodeOperation(
  200,
  (world, pool, node) => {
    const { nodes } = world;
    if (nodes.schedulingDisabled[node] === 0) return refusal('NodeAlreadyInTargetSchedulingState');
    nodes.schedulingDisabled[node] = 0;
    if (nodes.state[node] === OFFLINE) {
      becomeReady(world, pool, node);
    } else if (nodes.draining[node] !== 0 && nodes.goal[node] === GO_OFFLINE) {
      // Tasks still run: the node goes on as if nothing had been asked.
      nodes.draining[node] = 0;
      fillNode(world, pool, node);
    }
    return undefined;
  },
);
