import { REBOOT } from '../../node/drain-goal.js';
import { IDLE, RUNNING_TASKS, START_TASK_FAILED, UNUSABLE } from '../../node/node-state.js';
import type { RebootNode } from '../operation.js';
import { nodeOperation, type OperationDefinition } from '../operation-definition.js';
import { drainTo } from './drain-to.js';

/**
 * Documented for idle and running nodes. It is also the way out of starttaskfailed (tools of Batch users offer it) and, once
 * the cause is gone, of unusable (service.md section 2.3).
 */
const allowed: readonly number[] = [IDLE, RUNNING_TASKS, START_TASK_FAILED, UNUSABLE];

export const rebootNode: OperationDefinition<RebootNode> = nodeOperation(
  202,
  (world, pool, node, { nodeRebootOption = 'requeue' }) =>
    drainTo(world, pool, node, REBOOT, nodeRebootOption, allowed),
);
