import type { z } from 'zod';

import { jobScheduleIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const enableJobScheduleSchema: z.ZodType<OperationFile> = operationSchema(
  'enableJobSchedule',
  'Creates jobs again.',
  { jobScheduleId: jobScheduleIdKey() },
);
