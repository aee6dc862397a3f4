import { z } from 'zod';

import { isString, oneOf } from '../../base/document/schema-parts.js';

/** A formula as a scenario gives it: inline, or in a file named relative to the scenario. */
export type FormulaReference = string | { readonly file: string };

/** A formula: its text, or the file that holds it. */
export function formulaField(): z.ZodType<FormulaReference> {
  return oneOf<FormulaReference>('the text of a formula, or { file: name.autoscale }', [
    { when: isString, schema: z.string() },
    {
      key: 'file',
      schema: z.strictObject({
        file: z.string().min(1).describe('Path of the formula, relative to this file.'),
      }),
    },
  ]);
}
