import type { z } from 'zod';

import { nodeSelectorField } from '../node-selector-schema.js';
import { poolIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const startNodeSchema: z.ZodType<OperationFile> = operationSchema(
  'startNode',
  'Gets the VMs of deallocated nodes back.',
  {
    poolId: poolIdKey(),
    nodes: nodeSelectorField().describe('Which nodes, one request each.'),
  },
);
