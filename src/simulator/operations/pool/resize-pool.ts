import { DEDICATED, SPOT } from '../../node/node-state.js';
import { resizeTo } from '../../pool/resize.js';
import type { ResizePool } from '../operation.js';
import { poolOperation, type OperationDefinition } from '../operation-definition.js';
import { refusal } from '../service-errors.js';
import { refuseResize } from './refuse-resize.js';

/** A manual resize; the same targets again are how an operator asks once more for nodes that did not come. */
export const resizePool: OperationDefinition<ResizePool> = poolOperation(
  202,
  (world, pool, operation) => {
    const { targetDedicatedNodes, targetLowPriorityNodes, resizeTimeout } = operation;
    if (pool.autoScaler !== undefined) return { error: refusal('AutoScalingEnabled') };
    const refused = refuseResize(pool, resizeTimeout);
    if (refused !== undefined) return { error: refused };
    if (targetDedicatedNodes === undefined && targetLowPriorityNodes === undefined) {
      return { error: refusal('MissingRequiredProperty', 'One of the two targets is required.') };
    }
    resizeTo(
      world,
      pool,
      targetDedicatedNodes ?? pool.target[DEDICATED],
      targetLowPriorityNodes ?? pool.target[SPOT],
      operation.nodeDeallocationOption ?? 'requeue',
      resizeTimeout,
    );
    return undefined;
  },
);
