import type { z } from 'zod';

import { nodeSelectorField } from '../node-selector-schema.js';
import { deallocationKey, poolIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const rebootNodeSchema: z.ZodType<OperationFile> = operationSchema(
  'rebootNode',
  'Reboots nodes; allowed in idle and running, and to repair starttaskfailed and unusable.',
  {
    poolId: poolIdKey(),
    nodes: nodeSelectorField().describe('Which nodes, one request each.'),
    nodeRebootOption: deallocationKey('the reboot'),
  },
);
