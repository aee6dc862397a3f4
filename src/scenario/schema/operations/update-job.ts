import { z } from 'zod';

import type { JobSettings } from '../../../simulator/operations/operation.js';
import { durationField } from '../time-fields.js';
import { jobIdKey, poolIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

/** What may be changed of a job at any time; values out of range are for the service to refuse. */
export const jobSettingsKeys: {
  readonly [P in keyof JobSettings]-?: z.ZodType<JobSettings[P]>;
} = {
  priority: z.number().int().optional().describe('New priority, -1000 to 1000.'),
  maxParallelTasks: z
    .number()
    .int()
    .optional()
    .describe('Most tasks of the job that run at one time; -1 for no limit.'),
  allowTaskPreemption: z
    .boolean()
    .optional()
    .describe('Whether jobs of higher priority may requeue its running tasks.'),
  onAllTasksComplete: z
    .enum(['noaction', 'terminatejob'])
    .optional()
    .describe('Whether the job ends when all its tasks are completed.'),
  constraints: z
    .strictObject({
      maxWallClockTime: durationField()
        .optional()
        .describe('Time from the creation of the job to its termination.'),
      maxTaskRetryCount: z
        .number()
        .int()
        .optional()
        .describe('Retries of its tasks that do not say otherwise; -1 for no end.'),
    })
    .optional()
    .describe('Limits of the job.'),
};

export const updateJobSchema: z.ZodType<OperationFile> = operationSchema(
  'updateJob',
  'Changes properties of the job; what is absent stays as it is.',
  {
    jobId: jobIdKey(),
    ...jobSettingsKeys,
    poolInfo: z
      .strictObject({ poolId: poolIdKey() })
      .optional()
      .describe('Another pool, only while the job is disabled.'),
  },
);
