import type { z } from 'zod';

import { nodeSetupShape } from '../node-setup-schema.js';
import { startTaskField } from '../start-task-schema.js';
import { poolIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const updatePoolSchema: z.ZodType<OperationFile> = operationSchema(
  'updatePool',
  'Changes properties of the pool: new nodes get them at once, others with their next reboot or reimage.',
  {
    poolId: poolIdKey(),
    startTask: startTaskField().optional().describe('Another start task.'),
    applicationPackageReferences: nodeSetupShape.applicationPackageReferences,
  },
);
