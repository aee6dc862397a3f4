import { z } from 'zod';

import { scheduleSchema } from '../job-schedule-schema.js';
import { jobScheduleIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';
import { jobSettingsKeys } from './update-job.js';

export const updateJobScheduleSchema: z.ZodType<OperationFile> = operationSchema(
  'updateJobSchedule',
  'Changes when jobs are created and what later ones are like; the active job stays as it is.',
  {
    jobScheduleId: jobScheduleIdKey(),
    schedule: scheduleSchema
      .optional()
      .describe('The new schedule as a whole; doNotRunUntil is the time of the update by default.'),
    jobSpecification: z
      .strictObject(jobSettingsKeys)
      .optional()
      .describe('Properties of later jobs; what is absent stays as it is.'),
  },
);
