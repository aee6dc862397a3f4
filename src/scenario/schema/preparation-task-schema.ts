import { z } from 'zod';

import { notModelled } from '../../base/document/schema-parts.js';
import type { JobPreparationTask } from '../../simulator/input/job-preparation-task.js';
import { retryCountField } from './task-settings-schema.js';
import { durationField } from './time-fields.js';

/** jobPreparationTask of the REST interface; runTime and failureShare are ours. */
export const preparationTask: z.ZodType<JobPreparationTask> = z
  .strictObject({
    id: z
      .string()
      .min(1)
      .max(64)
      .default('jobpreparation')
      .describe('Id; jobpreparation by default.'),
    commandLine: z.string().optional().describe('For the reader; runTime is what counts.'),
    runTime: durationField().describe('How long it runs on a node.'),
    waitForSuccess: z
      .boolean()
      .default(true)
      .describe('Whether tasks of the job wait on each node for its success; true by default.'),
    rerunOnNodeRebootAfterSuccess: z
      .boolean()
      .default(true)
      .describe(
        'Whether it runs again after a reboot of a node on which it succeeded; true by default.',
      ),
    constraints: z
      .strictObject({
        maxTaskRetryCount: retryCountField()
          .default(0)
          .describe('Runs after one that fails; 0 by default, -1 for no end.'),
        maxWallClockTime: notModelled(),
        retentionTime: notModelled(),
      })
      .optional()
      .describe('Limits for it.'),
    failureShare: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .describe('Share of its runs that fail; 0 by default.'),
    resourceFiles: notModelled(),
    environmentSettings: notModelled(),
    containerSettings: notModelled(),
    userIdentity: notModelled(),
  })
  .transform(
    ({
      id,
      runTime,
      waitForSuccess,
      rerunOnNodeRebootAfterSuccess,
      constraints,
      failureShare,
    }) => ({
      id,
      runTime,
      waitForSuccess,
      rerunOnNodeRebootAfterSuccess,
      maxTaskRetryCount: constraints?.maxTaskRetryCount ?? 0,
      failureShare,
    }),
  );
