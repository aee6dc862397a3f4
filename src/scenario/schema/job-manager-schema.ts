import { z } from 'zod';

import { notModelled } from '../../base/document/schema-parts.js';
import type { Quanta } from '../../base/time/quanta.js';
import { displayNameField, idField } from './pool-schema.js';
import { exitCodeField, taskSettingsKeys, type TaskSettingsFile } from './task-settings-schema.js';
import { durationField } from './time-fields.js';

/** jobManagerTask of the REST interface; runTime, exitCode, exitCodes and failures are ours. */
export interface JobManagerFile extends TaskSettingsFile {
  readonly id: string;
  readonly runTime: Quanta;
  readonly exitCode: number;
  readonly requiredSlots: number;
  readonly killJobOnCompletion: boolean;
  readonly runExclusive: boolean;
  readonly allowLowPriorityNode: boolean;
}

const {
  constraints,
  exitCodes,
  failures,
  resourceFiles,
  outputFiles,
  applicationPackageReferences,
  containerSettings,
  environmentSettings,
  usage,
} = taskSettingsKeys;

export const jobManagerTask: z.ZodType<JobManagerFile> = z
  .strictObject({
    id: idField().describe('Id of the task.'),
    runTime: durationField().describe('How long every attempt runs.'),
    exitCode: exitCodeField()
      .default(0)
      .describe('Exit code of every attempt; 0, success, by default.'),
    requiredSlots: z
      .number()
      .int()
      .min(1)
      .max(65_535)
      .default(1)
      .describe('Slots that it takes on its node; 1 by default.'),
    killJobOnCompletion: z
      .boolean()
      .default(true)
      .describe('Whether its completion ends the job; true by default.'),
    runExclusive: z
      .boolean()
      .default(true)
      .describe('Whether no other task is on its node while it runs; true by default.'),
    allowLowPriorityNode: z
      .boolean()
      .default(true)
      .describe('Whether it may run on low-priority nodes; true by default.'),
    constraints,
    exitCodes,
    failures,
    resourceFiles,
    outputFiles,
    applicationPackageReferences,
    containerSettings,
    environmentSettings,
    usage,
    displayName: displayNameField().optional().describe('For the reader.'),
    commandLine: z.string().optional().describe('For the reader; runTime is what counts.'),
    authenticationTokenSettings: notModelled(),
    userIdentity: notModelled(),
  })
  .meta({ id: 'JobManagerTask' });
