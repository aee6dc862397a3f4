import type { z } from 'zod';

import { poolIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const deletePoolSchema: z.ZodType<OperationFile> = operationSchema(
  'deletePool',
  'Deletes a pool; its tasks are requeued and wait.',
  {
    poolId: poolIdKey(),
  },
);
