import { z } from 'zod';

import type { Distribution } from '../../base/random/distribution.js';
import type { Quanta } from '../../base/time/quanta.js';
import { secondsField } from './distribution-schema.js';
import { idField } from './pool-schema.js';
import { taskSettingsKeys, type TaskSettingsFile } from './task-settings-schema.js';
import { durationField } from './time-fields.js';

/** A job of Batch Apps: a job splitter makes tasks of it, and a merge task puts their results together (service.md section 12, rows 43 and 45). */
export interface SplitFile extends TaskSettingsFile {
  readonly split: number;
  readonly runTime: Distribution;
  readonly requiredSlots?: number | undefined;
  readonly failureShare?: number | undefined;
  readonly submit?: Quanta | undefined;
  readonly splitTime?: Quanta | undefined;
  readonly merge: {
    readonly id: string;
    readonly runTime: Quanta;
    readonly requiredSlots?: number | undefined;
  };
}

const slots = (): z.ZodOptional<z.ZodNumber> => z.number().int().min(1).max(65_535).optional();

export const splitSchema: z.ZodType<SplitFile> = z
  .strictObject({
    split: z
      .number()
      .int()
      .min(1)
      .max(1e9)
      .describe('Number of tasks that the job splitter makes; their ids are 1, 2, 3 and so on.'),
    runTime: secondsField().describe('Run time of the task processor in seconds, for each task.'),
    requiredSlots: slots().describe(
      'Slots that each of the tasks takes on its node; 1 by default.',
    ),
    failureShare: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe('Share of the tasks that end with exit code 1; 0 by default.'),
    submit: durationField()
      .optional()
      .describe('When the job is submitted, after the start of the run; 0 by default.'),
    splitTime: durationField()
      .optional()
      .describe('How long the job splitter takes before there are tasks; no time by default.'),
    merge: z
      .strictObject({
        id: idField().default('merge').describe('Id of the merge task; merge by default.'),
        runTime: durationField().describe('How long the merge task runs.'),
        requiredSlots: slots().describe('Slots that it takes; 1 by default.'),
      })
      .describe('The task that runs once all others have succeeded.'),
    ...taskSettingsKeys,
  })
  .meta({ id: 'SplitJob' });
