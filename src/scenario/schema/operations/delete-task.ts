import type { z } from 'zod';

import { jobIdKey, taskIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const deleteTaskSchema: z.ZodType<OperationFile> = operationSchema(
  'deleteTask',
  'Forgets a task; one that is not completed is terminated.',
  {
    jobId: jobIdKey(),
    taskId: taskIdKey(),
  },
);
