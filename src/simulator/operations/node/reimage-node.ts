import { REIMAGE } from '../../node/drain-goal.js';
import { IDLE, RUNNING_TASKS } from '../../node/node-state.js';
import type { ReimageNode } from '../operation.js';
import { nodeOperation, type OperationDefinition } from '../operation-definition.js';
import { drainTo } from './drain-to.js';

/** Reinstalls the operating system: only in idle and running (documented). */
export const reimageNode: OperationDefinition<ReimageNode> = nodeOperation(
  202,
  (world, pool, node, { nodeReimageOption = 'requeue' }) =>
    drainTo(world, pool, node, REIMAGE, nodeReimageOption, [IDLE, RUNNING_TASKS]),
);
