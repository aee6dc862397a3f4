import type { z } from 'zod';

import { jobIdKey, taskIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const terminateTaskSchema: z.ZodType<OperationFile> = operationSchema(
  'terminateTask',
  'Completes a task with failure information, wherever it is.',
  {
    jobId: jobIdKey(),
    taskId: taskIdKey(),
  },
);
