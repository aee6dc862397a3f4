import type { z } from 'zod';

import { deallocationKey, poolIdKey, resizeTimeoutKey, targetKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const resizePoolSchema: z.ZodType<OperationFile> = operationSchema(
  'resizePool',
  'Changes the targets of a pool that no formula scales.',
  {
    poolId: poolIdKey(),
    targetDedicatedNodes: targetKey('dedicated'),
    targetLowPriorityNodes: targetKey('spot (low-priority)'),
    resizeTimeout: resizeTimeoutKey(),
    nodeDeallocationOption: deallocationKey('nodes leave'),
  },
);
