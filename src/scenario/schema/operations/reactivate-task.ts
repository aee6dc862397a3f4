import type { z } from 'zod';

import { jobIdKey, taskIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const reactivateTaskSchema: z.ZodType<OperationFile> = operationSchema(
  'reactivateTask',
  'Makes a completed task that did not succeed active again, with a retryCount of 0.',
  {
    jobId: jobIdKey(),
    taskId: taskIdKey(),
  },
);
