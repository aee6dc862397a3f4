import { z } from 'zod';

import { isNumber, isString, oneOf } from '../../base/document/schema-parts.js';
import { parseIsoInstant } from '../../base/time/iso8601.js';
import type { Ticks, Timestamp } from '../../base/time/ticks.js';
import type { Profile } from '../../profile/profile.js';
import { switchTable, type SwitchName } from '../../profile/switch-table.js';
import {
  atField,
  expectationFields,
  forAllSchema,
  settingFields,
  ticksField,
  type ExpectationFields,
  type ForAllFile,
  type MomentText,
  type SettingFields,
} from './evaluation-fields.js';

/** A formula as a file of tests gives it. */
export type FormulaReference =
  | string
  | {
      readonly file: string;
      readonly address?: string | undefined;
      readonly values?: Readonly<Record<string, string>> | undefined;
    };

/** One evaluation as it is written. */
export interface EvaluationFile extends SettingFields, ExpectationFields {
  readonly name?: string | undefined;
  readonly at?: MomentText | undefined;
}

interface NamedFile {
  readonly name: string;
  readonly todo?: string | undefined;
}

interface PropertyFile extends NamedFile, Omit<EvaluationFile, 'name'> {
  readonly forAll: ForAllFile;
  readonly runs?: number | undefined;
}

interface SequenceFile extends NamedFile, SettingFields {
  readonly sequence: readonly EvaluationFile[];
  readonly resize?: 'completes' | 'pending' | undefined;
}

interface RowsFile extends NamedFile, Omit<EvaluationFile, 'name'> {
  readonly rows: readonly RowFile[];
}

interface PlainFile extends NamedFile, Omit<EvaluationFile, 'name'> {}

export type CaseFile = PlainFile | PropertyFile | SequenceFile | RowsFile;

/** A row of a table once its cells stand where a case has them. */
export interface RowFile extends EvaluationFile {
  readonly todo?: string | undefined;
}

export interface TestFile extends SettingFields {
  readonly formula: FormulaReference;
  readonly profile?: Partial<Profile> | undefined;
  readonly start?: Timestamp | undefined;
  readonly interval?: Ticks | undefined;
  readonly samplePeriod?: Ticks | undefined;
  readonly seed?: string | undefined;
  readonly cases: readonly CaseFile[];
}

const name = z.string().min(1).describe('Name of the case.');
const todo = z.string().min(1).optional().describe('Why the case is not run yet.');

const evaluation = {
  at: atField,
  ...settingFields,
  ...expectationFields,
};

const step = z.strictObject({
  name: z.string().min(1).optional().describe('Name of the step.'),
  ...evaluation,
});

const row = z.strictObject({ ...step.shape, todo });

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()], {
  error: 'a text or a number',
});

/** Columns and rows; what a column means follows from its name. */
const table = z
  .strictObject({
    columns: z
      .array(z.string())
      .min(1)
      .describe(
        'What each column is: name, at, error, results, todo, tolerance, a metric, a count of the pool, a target or variables.NAME.',
      ),
    rows: z.array(z.array(cell)).min(1).describe('One case each; ~ leaves a value out.'),
  })
  .describe('Cases that differ in a few values.');

const plain = z.strictObject({ name, todo, ...evaluation });

const property = z.strictObject({
  name,
  todo,
  forAll: forAllSchema.describe('What the case ranges over.'),
  runs: z
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe('How many histories are tried; 100 by default.'),
  ...evaluation,
});

const sequence = z.strictObject({
  name,
  todo,
  ...settingFields,
  resize: z
    .enum(['completes', 'pending'])
    .optional()
    .describe('Whether the nodes have reached the targets by the next step (completes) or not.'),
  sequence: z
    .array(step)
    .min(1)
    .describe('Consecutive evaluations of one pool, an interval apart; targets are carried over.'),
});

const expectedCase = 'a case: an object with a name and what to expect';

type CaseSchema = z.ZodType<CaseFile>;

const commonAlternatives = [
  { key: 'forAll', schema: property as unknown as CaseSchema },
  { key: 'sequence', schema: sequence as unknown as CaseSchema },
  { when: isObject, schema: plain as unknown as CaseSchema },
];

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const expectedInstant = 'a time such as 2026-03-02T08:00:00Z';

function switchField(values: readonly string[]): z.ZodType<string> {
  const texts = z.enum(values as [string]);
  const numbers = values.map(Number).filter(Number.isFinite);
  if (numbers.length === 0) return texts;
  return oneOf(values.join(' or '), [
    { when: isString, schema: texts },
    { when: isNumber, schema: z.literal(numbers).transform(String) },
  ]);
}

const profile = z.strictObject(
  Object.fromEntries(
    (Object.keys(switchTable) as SwitchName[]).map((key) => {
      const { values, description } = switchTable[key];
      return [key, switchField(values).optional().describe(description)];
    }),
  ),
) as unknown as z.ZodType<Partial<Profile>>;

function fileSchema(cases: CaseSchema): z.ZodType<TestFile> {
  return z.strictObject({
    $schema: z.string().optional().describe('The schema of this file, for editors.'),
    formula: oneOf<FormulaReference>('the text of a formula, or { file: name.autoscale }', [
      { when: isString, schema: z.string() },
      {
        key: 'file',
        schema: z.strictObject({
          file: z.string().min(1).describe('Path, relative to this file.'),
          address: z
            .string()
            .min(1)
            .optional()
            .describe('Which formula of a file with several, as poolscale extract lists them.'),
          values: z
            .record(
              z.string(),
              z.union([z.string(), z.number()], { error: 'a text or a number' }).transform(String),
            )
            .optional()
            .describe('What the host puts into the formula: { var.max: 20 } for ${var.max}.'),
        }),
      },
    ]).describe('The formula under test.'),
    profile: profile.optional().describe('Switches for behaviour that no public record settles.'),
    start: z
      .string({ error: expectedInstant })
      .transform((text, context): Timestamp => {
        const instant = parseIsoInstant(text);
        if (instant !== undefined) return instant;
        context.addIssue({ code: 'custom', message: expectedInstant });
        return z.NEVER;
      })
      .optional()
      .describe('Instant of the first sample of every series.'),
    interval: ticksField()
      .optional()
      .describe('Time between the steps of a sequence; PT15M by default.'),
    samplePeriod: ticksField().optional().describe('Time between two samples; PT30S by default.'),
    seed: z
      .union([z.string(), z.number()], { error: 'a text or a number' })
      .transform(String)
      .optional()
      .describe('Seed of rand() and of forAll; 1 by default.'),
    ...settingFields,
    cases: z.array(cases).min(1).describe('The tests.'),
  }) as unknown as z.ZodType<TestFile>;
}

/** A file of tests as people write it, tables in their written form. */
export const writtenSchema: z.ZodType<TestFile> = fileSchema(
  oneOf<CaseFile>(expectedCase, [
    {
      key: 'table',
      schema: z.strictObject({
        name,
        todo,
        ...evaluation,
        table,
      }) as unknown as CaseSchema,
    },
    ...commonAlternatives,
  ]),
);

/** A file of tests once `table` has become `rows`. */
export const testFileSchema: z.ZodType<TestFile> = fileSchema(
  oneOf<CaseFile>(expectedCase, [
    {
      key: 'rows',
      schema: z.strictObject({
        name,
        todo,
        ...evaluation,
        rows: z.array(row),
      }) as unknown as CaseSchema,
    },
    ...commonAlternatives,
  ]),
);
