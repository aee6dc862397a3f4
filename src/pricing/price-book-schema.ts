import { Decimal } from 'decimal.js';
import { z } from 'zod';

import { isNumber, isString, oneOf } from '../base/document/schema-parts.js';

/** A price book as a file writes it, with prices as decimal text. */
export interface PriceBookFile {
  readonly $schema?: string | undefined;
  readonly currency: string;
  readonly note?: string | undefined;
  readonly date?: string | undefined;
  readonly nodeHour: Readonly<
    Record<string, { readonly dedicated: string; readonly spot?: string | undefined }>
  >;
}

const expectedPrice = 'a decimal number such as 0.192, not negative';

const price: z.ZodType<string> = oneOf(expectedPrice, [
  {
    when: isNumber,
    schema: z
      .number()
      .nonnegative({ error: expectedPrice })
      .max(1e9)
      .transform((value) => new Decimal(value).toFixed()),
  },
  {
    when: isString,
    schema: z.string().regex(/^\d{1,9}(?:\.\d{1,20})?$/, { error: expectedPrice }),
  },
]);

/** Schema of a price book file: what one node of each VM size costs an hour. */
export const priceBookSchema: z.ZodType<PriceBookFile> = z.strictObject({
  $schema: z.string().optional().describe('Address of this JSON Schema, for editors.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'a currency code of three capital letters such as USD' })
    .describe('ISO 4217 code of all prices.'),
  note: z.string().optional().describe('Where the prices come from; repeated in the report.'),
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'a date such as 2026-03-02' })
    .optional()
    .describe('Day of the prices; repeated in the report.'),
  nodeHour: z
    .record(
      z.string(),
      z.strictObject({
        dedicated: price.describe('Price of one dedicated node for one hour.'),
        spot: price.optional().describe('Price of one spot (low-priority) node for one hour.'),
      }),
    )
    .describe('Prices by vmSize.'),
});
