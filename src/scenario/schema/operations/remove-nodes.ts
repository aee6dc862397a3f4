import type { z } from 'zod';

import { nodeSelectorField } from '../node-selector-schema.js';
import { deallocationKey, poolIdKey, resizeTimeoutKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const removeNodesSchema: z.ZodType<OperationFile> = operationSchema(
  'removeNodes',
  'Removes chosen nodes in one request, at most 100; the targets fall by them.',
  {
    poolId: poolIdKey(),
    nodes: nodeSelectorField().describe('Which nodes.'),
    resizeTimeout: resizeTimeoutKey(),
    nodeDeallocationOption: deallocationKey('nodes leave'),
  },
);
