import { DEALLOCATE } from '../../node/drain-goal.js';
import { IDLE, RUNNING_TASKS } from '../../node/node-state.js';
import type { DeallocateNode } from '../operation.js';
import { nodeOperation, type OperationDefinition } from '../operation-definition.js';
import { drainTo } from './drain-to.js';

/** Gives the VM back and keeps the node: only in idle and running (documented). */
export const deallocateNode: OperationDefinition<DeallocateNode> = nodeOperation(
  202,
  (world, pool, node, { nodeDeallocateOption = 'requeue' }) =>
    drainTo(world, pool, node, DEALLOCATE, nodeDeallocateOption, [IDLE, RUNNING_TASKS]),
);
