import { z } from 'zod';

import { isNumber, isString, oneOf } from '../../base/document/schema-parts.js';
import { parseIsoDuration, parseIsoInstant } from '../../base/time/iso8601.js';
import type { Ticks, Timestamp } from '../../base/time/ticks.js';
import {
  deallocationKeywords,
  type DeallocationKeyword,
} from '../../language/deallocation-options.js';
import { variableRows, type VariableRow } from '../../language/variables.js';
import { emptyPool, type PoolCounts } from '../../metrics/metrics-snapshot.js';
import type { NumberMatcher } from '../number-matcher.js';
import type { ExpectedError, NumberRange, SeriesRange, VariableMatcher } from '../test-suite.js';
import { matcherField, variableMatcherField } from './matcher-fields.js';
import { countRangeField, seriesRangeField } from './range-fields.js';

/** A series as it is written: the notation, one number, or a list of numbers and `_`. */
export type SeriesText = string | number | readonly (number | '_' | null)[];

/** `at` as it is written. */
export type MomentText =
  | { readonly kind: 'instant'; readonly instant: Timestamp }
  | { readonly kind: 'afterStart'; readonly duration: Ticks };

const expectedDuration = 'a duration such as PT5M';
const expectedMoment =
  'a duration after start such as PT5M, or a time such as 2026-03-02T08:00:00Z';

/** A duration longer than nothing. */
export function ticksField(): z.ZodType<Ticks> {
  return z.string({ error: expectedDuration }).transform((text, context) => {
    const ticks = parseIsoDuration(text);
    if (ticks !== undefined && ticks > 0) return ticks;
    context.addIssue({ code: 'custom', message: expectedDuration });
    return z.NEVER;
  });
}

function momentField(): z.ZodType<MomentText> {
  return z.string({ error: expectedMoment }).transform((text, context): MomentText => {
    const duration = parseIsoDuration(text);
    if (duration !== undefined) return { kind: 'afterStart', duration };
    const instant = parseIsoInstant(text);
    if (instant !== undefined) return { kind: 'instant', instant };
    context.addIssue({ code: 'custom', message: expectedMoment });
    return z.NEVER;
  });
}

const expectedSeries = 'a series such as 0+10x5 _x3 60x4';

function seriesField(): z.ZodType<SeriesText> {
  return oneOf<SeriesText>(expectedSeries, [
    { when: isString, schema: z.string() },
    { when: isNumber, schema: z.number() },
    {
      when: Array.isArray,
      schema: z.array(z.union([z.number(), z.literal('_'), z.null()], { error: 'a number or _' })),
    },
  ]);
}

/** An object that may have each of the names that pass, with one schema for all of them. */
function fieldsOf<T>(
  wanted: (row: VariableRow) => boolean,
  field: (row: VariableRow) => z.ZodType<T>,
): Record<string, z.ZodType<T | undefined>> {
  return Object.fromEntries(
    [...variableRows]
      .filter(([, row]) => wanted(row))
      .map(([name, row]) => [name, field(row).optional().describe(row.documentation)]),
  );
}

const poolDescriptions: Readonly<Record<keyof PoolCounts, string>> = {
  currentDedicatedNodes: 'Dedicated nodes that the pool has; 0 by default.',
  currentLowPriorityNodes: 'Spot (low-priority) nodes that the pool has; 0 by default.',
  targetDedicatedNodes: 'Target of dedicated nodes before the evaluation; 0 by default.',
  targetLowPriorityNodes: 'Target of spot nodes before the evaluation; 0 by default.',
  taskSlotsPerNode: 'Task slots of a node; 1 by default.',
};

export const poolKeys: readonly (keyof PoolCounts)[] = Object.keys(
  emptyPool,
) as (keyof PoolCounts)[];

function leastCount(key: keyof PoolCounts): number {
  return key === 'taskSlotsPerNode' ? 1 : 0;
}

function poolFields<T>(
  field: (least: number) => z.ZodType<T>,
): Record<string, z.ZodType<T | undefined>> {
  return Object.fromEntries(
    poolKeys.map((key) => [key, field(leastCount(key)).optional().describe(poolDescriptions[key])]),
  );
}

const pool = z.strictObject(
  poolFields((least): z.ZodType<number> => z.number().int().min(least).max(1_000_000)),
) as unknown as z.ZodType<Partial<PoolCounts>>;

const series = z.strictObject(
  fieldsOf((row) => row.kind === 'sampled', seriesField),
) as unknown as z.ZodType<Readonly<Record<string, SeriesText>>>;

export interface ForAllFile {
  readonly series?: Readonly<Record<string, SeriesRange>> | undefined;
  readonly pool?: Readonly<Record<string, NumberRange>> | undefined;
}

export const forAllSchema: z.ZodType<ForAllFile> = z.strictObject({
  series: z
    .strictObject(fieldsOf((row) => row.kind === 'sampled', seriesRangeField))
    .optional()
    .describe('Histories of metrics.'),
  pool: z.strictObject(poolFields(countRangeField)).optional().describe('Counts of the pool.'),
}) as unknown as z.ZodType<ForAllFile>;

type ExpectedOutcome = NumberMatcher | DeallocationKeyword;

const expect = z.strictObject(
  fieldsOf<ExpectedOutcome>(
    (row) => row.kind === 'target' || row.kind === 'deallocation',
    (row): z.ZodType<ExpectedOutcome> =>
      row.kind === 'deallocation'
        ? z.enum([...deallocationKeywords.keys()] as [DeallocationKeyword])
        : matcherField(),
  ),
) as unknown as z.ZodType<Readonly<Record<string, ExpectedOutcome>>>;

const error = oneOf<ExpectedError>('a code such as InsufficientSampleData, or { code, message }', [
  { when: isString, schema: z.string().transform((code): ExpectedError => ({ code })) },
  {
    key: 'code',
    schema: z.strictObject({
      code: z.string().describe('Code of the error.'),
      message: z.string().optional().describe('A part of the text of the error.'),
    }) as z.ZodType<ExpectedError>,
  },
]);

/** How the pool looks; of a whole file, a case or a step. */
export interface SettingFields {
  readonly pool?: Partial<PoolCounts> | undefined;
  readonly series?: Readonly<Record<string, SeriesText>> | undefined;
  readonly tolerance?: number | undefined;
}

export const settingFields: Readonly<Record<keyof SettingFields, z.ZodType>> = {
  pool: pool.optional().describe('Counts of the pool before the evaluation.'),
  series: series
    .optional()
    .describe('Samples by metric, oldest first: "0+10x5 _x3 60x4"; _ is a missing sample.'),
  tolerance: z
    .number()
    .min(0)
    .optional()
    .describe('How far a number may be from the expected one; 0 by default.'),
};

/** What must come out of an evaluation. */
export interface ExpectationFields {
  readonly expect?: Readonly<Record<string, ExpectedOutcome>> | undefined;
  readonly variables?: Readonly<Record<string, VariableMatcher>> | undefined;
  readonly error?: ExpectedError | undefined;
  readonly results?: string | undefined;
}

export const expectationFields: Readonly<Record<keyof ExpectationFields, z.ZodType>> = {
  expect: expect.optional().describe('Targets and deallocation option after the evaluation.'),
  variables: z
    .record(z.string(), variableMatcherField())
    .optional()
    .describe('Variables of the formula and what they must be.'),
  error: error.optional().describe('The error with which the evaluation must end.'),
  results: z.string().optional().describe('The whole result string.'),
};

export const atField: z.ZodType<MomentText | undefined> = momentField()
  .optional()
  .describe(
    'Instant of the evaluation: a time, or a duration after start; the newest sample by default.',
  );
