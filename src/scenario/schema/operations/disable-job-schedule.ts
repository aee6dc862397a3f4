import type { z } from 'zod';

import { jobScheduleIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const disableJobScheduleSchema: z.ZodType<OperationFile> = operationSchema(
  'disableJobSchedule',
  'Creates no more jobs until the schedule is enabled; the active job goes on.',
  { jobScheduleId: jobScheduleIdKey() },
);
