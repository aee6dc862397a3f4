import { z } from 'zod';

import { jobIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const terminateJobSchema: z.ZodType<OperationFile> = operationSchema(
  'terminateJob',
  'Ends the running tasks of the job and completes it; its waiting tasks never run.',
  {
    jobId: jobIdKey(),
    terminateReason: z
      .string()
      .max(1024)
      .optional()
      .describe('The reason that the job shows; UserTerminate by default.'),
  },
);
