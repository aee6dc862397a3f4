import { z } from 'zod';

import { isNumber, isString, oneOf } from '../../base/document/schema-parts.js';
import { parseRange } from '../number-matcher.js';
import type { NumberRange, SeriesRange } from '../test-suite.js';

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
  /** What to write. */
  readonly expected: string;
}

function rangeOf(text: string, { least, most, whole }: Bounds): NumberRange | undefined {
  const ends = parseRange(text) ?? [Number(text), Number(text)];
  const [low, high] = ends;
  if (text.trim() === '' || !(low >= least && high <= most)) return undefined;
  const isWhole = !/[.eE]/.test(text.replace('..', ''));
  return whole && !isWhole ? undefined : { low, high, whole: isWhole };
}

function rangeField(bounds: Bounds, suffix: RegExp = /$/): z.ZodType<NumberRange> {
  const { least, most, expected } = bounds;
  const read = (text: string, context: z.RefinementCtx): NumberRange => {
    const range = rangeOf(text.replace(suffix, ''), bounds);
    if (range !== undefined) return range;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  };
  return oneOf(expected, [
    {
      when: isNumber,
      schema: z
        .number({ error: expected })
        .min(least, { error: expected })
        .max(most, { error: expected })
        .transform((value, context) => read(String(value), context)),
    },
    { when: isString, schema: z.string().transform(read) },
  ]);
}

/** Longest series that a property draws; a day of samples at the service's period has 2,880. */
const longestSeries = 100_000;

/** Values of samples. */
function valuesField(): z.ZodType<NumberRange> {
  const expected = 'a range such as 0..500 (whole numbers) or 0.0..1.0';
  return rangeField({ least: -1e15, most: 1e15, whole: false, expected });
}

/** Node counts and task slots. */
export function countRangeField(least: number): z.ZodType<NumberRange> {
  const expected = `a range of whole numbers from ${least} such as ${least}..20`;
  return rangeField({ least, most: 1_000_000, whole: true, expected });
}

const samples = rangeField({
  least: 0,
  most: longestSeries,
  whole: true,
  expected: `a number of samples up to ${longestSeries}, or a range such as 0..30`,
});

const missing = rangeField(
  { least: 0, most: 100, whole: false, expected: 'a share such as 10%, or a range such as 0..30%' },
  /\s*%\s*$/,
);

const defaultSamples: NumberRange = { low: 30, high: 30, whole: true };
const noneMissing: NumberRange = { low: 0, high: 0, whole: true };

/** The histories of one metric; a bare range is one of values. */
export function seriesRangeField(): z.ZodType<SeriesRange> {
  return oneOf<SeriesRange>(
    'a range such as 0..500, or { values: 0..500, samples: 30, missing: 0..30% }',
    [
      {
        when: (value) => isNumber(value) || isString(value),
        schema: valuesField().transform((values) => ({
          values,
          samples: defaultSamples,
          missing: noneMissing,
        })),
      },
      {
        key: 'values',
        schema: z.strictObject({
          values: valuesField().describe('Smallest and largest value of a sample.'),
          samples: samples
            .default(defaultSamples)
            .describe('Number of samples, or a range of it; 30 by default.'),
          missing: missing
            .default(noneMissing)
            .describe('Share of the samples that are missing; 0% by default.'),
        }),
      },
    ],
  );
}
