import type { z } from 'zod';

import { formulaField } from '../formula-field.js';
import { poolIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const evaluateAutoScaleSchema: z.ZodType<OperationFile> = operationSchema(
  'evaluateAutoScale',
  'Tries a formula on an autoscale pool: the answer is recorded and nothing changes.',
  {
    poolId: poolIdKey(),
    autoScaleFormula: formulaField().describe('The formula.'),
  },
);
