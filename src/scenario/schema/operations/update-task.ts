import { z } from 'zod';

import { durationField } from '../time-fields.js';
import { jobIdKey, taskIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const updateTaskSchema: z.ZodType<OperationFile> = operationSchema(
  'updateTask',
  'Replaces the constraints of a task that is not completed; those that are absent have their defaults again.',
  {
    jobId: jobIdKey(),
    taskId: taskIdKey(),
    constraints: z
      .strictObject({
        maxTaskRetryCount: z
          .number()
          .int()
          .optional()
          .describe(
            'Retries after a nonzero exit code, -1 for no end; those of the job by default.',
          ),
        maxWallClockTime: durationField()
          .optional()
          .describe('Longest attempt, the one that runs included; no limit by default.'),
        retentionTime: durationField()
          .optional()
          .describe('How long data of the finished task stay on its node; as the job by default.'),
      })
      .optional()
      .describe('Limits for the task.'),
  },
);
