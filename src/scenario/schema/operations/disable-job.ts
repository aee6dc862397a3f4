import { z } from 'zod';

import { jobIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const disableJobSchema: z.ZodType<OperationFile> = operationSchema(
  'disableJob',
  'Lets no task of the job start any more, and treats those that run.',
  {
    jobId: jobIdKey(),
    disableTasks: z
      .enum(['requeue', 'terminate', 'wait'])
      .describe('Whether running tasks are stopped and run again later, are ended, or run on.'),
  },
);
