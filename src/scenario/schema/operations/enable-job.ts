import type { z } from 'zod';

import { jobIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const enableJobSchema: z.ZodType<OperationFile> = operationSchema(
  'enableJob',
  'Lets a disabled job take up its tasks again.',
  { jobId: jobIdKey() },
);
