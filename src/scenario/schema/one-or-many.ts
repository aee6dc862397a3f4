import { z } from 'zod';

import { isString, oneOf } from '../../base/document/schema-parts.js';

/** One value or a list of them. */
export function oneOrMany<T>(expected: string, item: z.ZodType<T>): z.ZodType<readonly T[]> {
  return oneOf<readonly T[]>(expected, [
    { when: Array.isArray, schema: z.array(item).min(1).max(10_000) },
    {
      when: (value) => isString(value) || typeof value === 'number',
      schema: item.transform((value) => [value]),
    },
  ]);
}
