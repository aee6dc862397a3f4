import { z } from 'zod';

import { nodeSelectorField } from '../node-selector-schema.js';
import { poolIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const disableNodeSchedulingSchema: z.ZodType<OperationFile> = operationSchema(
  'disableNodeScheduling',
  'Lets nodes take no more tasks; they go offline once they have none.',
  {
    poolId: poolIdKey(),
    nodes: nodeSelectorField().describe('Which nodes, one request each.'),
    nodeDisableSchedulingOption: z
      .enum(['requeue', 'terminate', 'taskcompletion'])
      .optional()
      .describe('What becomes of running tasks; requeue by default.'),
  },
);
