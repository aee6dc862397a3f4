import type { z } from 'zod';

import { nodeSelectorField } from '../node-selector-schema.js';
import { deallocationKey, poolIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const reimageNodeSchema: z.ZodType<OperationFile> = operationSchema(
  'reimageNode',
  'Reinstalls the operating system of nodes; allowed in idle and running.',
  {
    poolId: poolIdKey(),
    nodes: nodeSelectorField().describe('Which nodes, one request each.'),
    nodeReimageOption: deallocationKey('the reinstallation'),
  },
);
