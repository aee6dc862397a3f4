import type { z } from 'zod';

import { jobIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const deleteJobSchema: z.ZodType<OperationFile> = operationSchema(
  'deleteJob',
  'Ends the job and deletes it with all its tasks.',
  { jobId: jobIdKey() },
);
