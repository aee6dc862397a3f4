import type { z } from 'zod';

import { poolSchema } from '../pool-schema.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const addPoolSchema: z.ZodType<OperationFile> = operationSchema(
  'addPool',
  'Creates a pool. Jobs that wait for one of its id run on it.',
  { pool: poolSchema.describe('The pool, with all that an entry of pools has.') },
);
