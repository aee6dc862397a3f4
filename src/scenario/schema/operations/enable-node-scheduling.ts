import type { z } from 'zod';

import { nodeSelectorField } from '../node-selector-schema.js';
import { poolIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const enableNodeSchedulingSchema: z.ZodType<OperationFile> = operationSchema(
  'enableNodeScheduling',
  'Lets nodes take tasks again.',
  {
    poolId: poolIdKey(),
    nodes: nodeSelectorField().describe('Which nodes, one request each.'),
  },
);
