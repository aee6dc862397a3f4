import { z } from 'zod';

import { isNumber, isString, oneOf } from '../../base/document/schema-parts.js';
import type { Distribution } from '../../base/random/distribution.js';
import { quantaToSeconds } from '../../base/time/quanta.js';
import { durationField } from './time-fields.js';

const limit = 1e11;
const finite = (): z.ZodNumber => z.number().min(-limit).max(limit);
const positive = (): z.ZodNumber => z.number().positive().max(limit);

const bounds = {
  min: finite().optional().describe('Smaller draws count as this.'),
  max: finite().optional().describe('Larger draws count as this.'),
};

const expectedPair = 'two numbers [low, high], low not above high';

const forms = {
  constant: z.strictObject({ constant: finite().describe('The value itself.'), ...bounds }),
  uniform: z.strictObject({
    uniform: z
      .array(finite())
      .length(2, { error: expectedPair })
      .refine(([low, high]) => low! <= high!, { error: expectedPair })
      .describe('Lowest and highest value, all between them equally likely.'),
    ...bounds,
  }),
  exponential: z.strictObject({
    exponential: z
      .strictObject({ mean: positive().describe('Mean value.') })
      .describe('Exponential: many small values, few large ones.'),
    ...bounds,
  }),
  lognormal: z.strictObject({
    lognormal: z
      .strictObject({
        median: positive().describe('Half of the values are below.'),
        sigma: z.number().min(0).max(10).describe('Standard deviation of the logarithm.'),
      })
      .describe('Lognormal: the logarithm is normally distributed.'),
    ...bounds,
  }),
  empirical: z.strictObject({
    empirical: z.array(finite()).min(1).describe('Recorded values, each equally likely.'),
    ...bounds,
  }),
};

const expectedDistribution =
  'a number or a distribution: constant, uniform, exponential, lognormal or empirical';

type Form = keyof typeof forms;

const alternatives = (Object.keys(forms) as Form[]).map((form) => ({
  key: form,
  schema: forms[form] as unknown as z.ZodType<Distribution>,
}));

/** A distribution; a bare number stands for a constant. */
export function distributionField(): z.ZodType<Distribution> {
  return oneOf(expectedDistribution, [
    { when: isNumber, schema: finite().transform((constant): Distribution => ({ constant })) },
    ...alternatives,
  ]);
}

/** A distribution of seconds; a text stands for a constant duration. */
export function secondsField(): z.ZodType<Distribution> {
  return oneOf(`${expectedDistribution}; or a duration such as PT5M`, [
    {
      when: (value) => isNumber(value) || isString(value),
      schema: durationField().transform((quanta): Distribution => ({
        constant: quantaToSeconds(quanta),
      })),
    },
    ...alternatives,
  ]);
}
