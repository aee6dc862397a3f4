import type { z } from 'zod';

import { jobScheduleSchema } from '../job-schedule-schema.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const addJobScheduleSchema: z.ZodType<OperationFile> = operationSchema(
  'addJobSchedule',
  'Creates a job schedule, and its first job where that is due.',
  {
    jobSchedule: jobScheduleSchema.describe(
      'The job schedule, with all that an entry of jobSchedules has.',
    ),
  },
);
