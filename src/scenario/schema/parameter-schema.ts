import { z } from 'zod';

import type { Parameters } from '../../simulator/parameters/parameters.js';
import {
  parameterTable,
  type ParameterDefinition,
  type ParameterName,
} from '../../simulator/parameters/parameter-table.js';
import { distributionField } from './distribution-schema.js';

function valueSchema(definition: ParameterDefinition): z.ZodType {
  switch (definition.kind) {
    case 'distribution':
      return distributionField();
    case 'number':
      return z.number().min(definition.min).max(definition.max);
    case 'choice':
      return z.enum(definition.values);
  }
}

function described(definition: ParameterDefinition): z.ZodType {
  const units: Readonly<Record<string, string>> = { s: ' Seconds.', 'bytes/s': ' Bytes a second.' };
  const unit = units[definition.unit] ?? '';
  const description = `${definition.description}${unit}`;
  return valueSchema(definition).optional().meta({ description, default: definition.default });
}

/** The parameters of the simulator, each optional: generated from their table. */
export const parametersSchema: z.ZodType<Partial<Parameters>> = z.strictObject(
  Object.fromEntries(
    (Object.keys(parameterTable) as ParameterName[]).map((name) => [
      name,
      described(parameterTable[name]),
    ]),
  ),
);
