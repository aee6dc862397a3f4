import { z } from 'zod';

import { notModelled } from '../../base/document/schema-parts.js';
import type { JobReleaseTask } from '../../simulator/input/job-release-task.js';
import { serviceLimits } from '../../simulator/service-limits.js';
import { durationField } from './time-fields.js';

/** jobReleaseTask of the REST interface; runTime and failureShare are ours. */
export const releaseTask: z.ZodType<JobReleaseTask> = z
  .strictObject({
    id: z.string().min(1).max(64).default('jobrelease').describe('Id; jobrelease by default.'),
    commandLine: z.string().optional().describe('For the reader; runTime is what counts.'),
    runTime: durationField().describe('How long it runs on a node.'),
    maxWallClockTime: durationField()
      .optional()
      .describe('Longest run on a node; PT15M by default and at most.'),
    failureShare: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .describe('Share of its runs that fail; 0 by default.'),
    retentionTime: notModelled(),
    resourceFiles: notModelled(),
    environmentSettings: notModelled(),
    containerSettings: notModelled(),
    userIdentity: notModelled(),
  })
  .transform(({ id, runTime, maxWallClockTime, failureShare }) => ({
    id,
    runTime,
    maxWallClockTime: maxWallClockTime ?? serviceLimits.longestReleaseTask,
    failureShare,
  }));
