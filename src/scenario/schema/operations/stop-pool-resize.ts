import type { z } from 'zod';

import { poolIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const stopPoolResizeSchema: z.ZodType<OperationFile> = operationSchema(
  'stopPoolResize',
  'Stops an open resize; what has come stays.',
  {
    poolId: poolIdKey(),
  },
);
