import { z } from 'zod';

import { notModelled } from '../../base/document/schema-parts.js';
import { quantaToSeconds } from '../../base/time/quanta.js';
import type { StartTask } from '../../simulator/input/pool-input.js';
import { durationField } from './time-fields.js';

/** startTask of the REST interface; runTime and failureShare are ours. */
export function startTaskField(): z.ZodType<StartTask> {
  return z
    .strictObject({
      runTime: durationField().describe('How long the start task runs on every boot of a node.'),
      waitForSuccess: z
        .boolean()
        .default(true)
        .describe('Whether tasks wait for it; true by default.'),
      commandLine: z.string().optional().describe('For the reader; runTime is what counts.'),
      containerSettings: notModelled(),
      environmentSettings: notModelled(),
      maxTaskRetryCount: z
        .number()
        .int()
        .min(-1)
        .max(2_147_483_647)
        .default(0)
        .describe('Runs after one that fails, on every boot; 0 by default, -1 for no end.'),
      failureShare: z
        .number()
        .min(0)
        .max(1)
        .default(0)
        .describe('Share of its runs that fail; 0 by default. Not of the REST interface.'),
      resourceFiles: notModelled(),
      userIdentity: notModelled(),
    })
    .transform(({ runTime, waitForSuccess, maxTaskRetryCount, failureShare }): StartTask => ({
      runTime: quantaToSeconds(runTime),
      waitForSuccess,
      maxTaskRetryCount,
      failureShare,
    }));
}
