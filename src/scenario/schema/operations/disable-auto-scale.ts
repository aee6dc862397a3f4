import type { z } from 'zod';

import { poolIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const disableAutoScaleSchema: z.ZodType<OperationFile> = operationSchema(
  'disableAutoScale',
  'Ends autoscale; the pool keeps its size.',
  {
    poolId: poolIdKey(),
  },
);
