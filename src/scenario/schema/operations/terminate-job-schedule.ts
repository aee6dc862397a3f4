import type { z } from 'zod';

import { jobScheduleIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const terminateJobScheduleSchema: z.ZodType<OperationFile> = operationSchema(
  'terminateJobSchedule',
  'Ends the schedule and its active job.',
  { jobScheduleId: jobScheduleIdKey() },
);
