import { stopResize } from '../../pool/resize.js';
import type { StopPoolResize } from '../operation.js';
import { poolOperation, type OperationDefinition } from '../operation-definition.js';
import { refusal } from '../service-errors.js';

/** Allowed only while the pool is resizing, the initial sizing included. */
export const stopPoolResize: OperationDefinition<StopPoolResize> = poolOperation(
  202,
  (world, pool) => {
    if (pool.resize === undefined || pool.resize.stopping) {
      return { error: refusal('PoolNotBeingResized') };
    }
    stopResize(world, pool);
    return undefined;
  },
);
