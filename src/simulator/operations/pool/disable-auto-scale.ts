import type { DisableAutoScale } from '../operation.js';
import { poolOperation, type OperationDefinition } from '../operation-definition.js';
import { refusal } from '../service-errors.js';

/** The pool keeps its size and its last targets (S1.7). */
export const disableAutoScale: OperationDefinition<DisableAutoScale> = poolOperation(
  200,
  (_, pool) => {
    if (pool.autoScaler === undefined) return { error: refusal('AutoScalingNotEnabled') };
    pool.autoScaler = undefined;
    return undefined;
  },
);
