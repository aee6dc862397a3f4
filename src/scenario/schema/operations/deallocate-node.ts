import type { z } from 'zod';

import { nodeSelectorField } from '../node-selector-schema.js';
import { deallocationKey, poolIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const deallocateNodeSchema: z.ZodType<OperationFile> = operationSchema(
  'deallocateNode',
  'Gives the VMs of nodes back and keeps the nodes; allowed in idle and running.',
  {
    poolId: poolIdKey(),
    nodes: nodeSelectorField().describe('Which nodes, one request each.'),
    nodeDeallocateOption: deallocationKey('the node stops'),
  },
);
