import type { z } from 'zod';

import { jobScheduleIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const deleteJobScheduleSchema: z.ZodType<OperationFile> = operationSchema(
  'deleteJobSchedule',
  'Deletes the schedule with all its jobs and their tasks.',
  { jobScheduleId: jobScheduleIdKey() },
);
