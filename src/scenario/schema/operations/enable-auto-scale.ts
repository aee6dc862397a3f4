import type { z } from 'zod';

import { formulaField } from '../formula-field.js';
import { durationField } from '../time-fields.js';
import { poolIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

export const enableAutoScaleSchema: z.ZodType<OperationFile> = operationSchema(
  'enableAutoScale',
  'Lets a formula scale the pool, or gives an autoscale pool another formula or interval.',
  {
    poolId: poolIdKey(),
    autoScaleFormula: formulaField()
      .optional()
      .describe('The formula; that of the pool by default, if it has one.'),
    autoScaleEvaluationInterval: durationField()
      .optional()
      .describe('Time between two evaluations; as before or PT15M by default, PT5M to PT168H.'),
  },
);
