import type { z } from 'zod';

import { jobSchema } from '../job-schema.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const addJobSchema: z.ZodType<OperationFile> = operationSchema(
  'addJob',
  'Creates a job. Its pool need not be there: tasks wait for one.',
  {
    job: jobSchema.describe(
      'The job, with all that an entry of jobs has; times of its tasks count from its creation.',
    ),
  },
);
