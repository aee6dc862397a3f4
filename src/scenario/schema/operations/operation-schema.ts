import { z } from 'zod';

import type { Operation, OperationKind } from '../../../simulator/operations/operation.js';
import type { JobFile } from '../job-schema.js';
import type { JobScheduleFile, ScheduleFile } from '../job-schedule-schema.js';
import type { PoolFile } from '../pool-schema.js';
import type { FormulaReference } from '../formula-field.js';
import type { Condition } from '../../../simulator/operations/condition.js';
import { conditionSchema } from './condition-schema.js';
import { momentField, type Moment } from '../time-fields.js';

/** What an operation adds is written as in its own list of the scenario. */
interface WrittenAdditions {
  readonly addJob: { readonly kind: 'addJob'; readonly job: JobFile };
  readonly addPool: { readonly kind: 'addPool'; readonly pool: PoolFile };
  readonly addJobSchedule: {
    readonly kind: 'addJobSchedule';
    readonly jobSchedule: JobScheduleFile;
  };
}

/** An operation as a scenario writes it: a formula is still the text or the file that it is in, and a schedule has no start of the run. */
export type Written<O> = O extends { readonly kind: infer K extends keyof WrittenAdditions }
  ? WrittenAdditions[K]
  : WrittenRequest<O>;

type WrittenRequest<O> = O extends Operation
  ? {
      readonly [P in keyof O]: P extends 'autoScaleFormula'
        ? FormulaReference | Extract<O[P], undefined>
        : P extends 'schedule'
          ? ScheduleFile | Extract<O[P], undefined>
          : O[P];
    }
  : never;

/** An entry of `operations:`. */
export interface OperationFile {
  readonly at: Moment;
  readonly when?: Condition | undefined;
  readonly request: Written<Operation>;
}

/** The keys of one operation beside `at` and `operation`, each with its schema. */
type Keys<O> = { readonly [P in Exclude<keyof O, 'kind'>]-?: z.ZodType<O[P] | undefined> };

/** The schema of one operation: exactly the keys of its shape in the simulator. */
export function operationSchema<K extends OperationKind>(
  kind: K,
  description: string,
  keys: Keys<Written<Extract<Operation, { readonly kind: K }>>>,
): z.ZodType<OperationFile> {
  return z
    .strictObject({
      at: momentField()
        .optional()
        .describe(
          'When: a duration since the start, seconds, or an instant; with `when`, not before it. Entries of one time keep their order.',
        ),
      when: conditionSchema
        .optional()
        .describe('What must be so; the operation is tried once, when it first is.'),
      operation: z.literal(kind).describe(description),
      ...(keys as Readonly<Record<string, z.ZodType>>),
    })
    .refine(({ at, when }) => at !== undefined || when !== undefined, {
      error: 'a time, at, or a condition, when',
    })
    .transform(({ at, when, operation, ...rest }): OperationFile => ({
      at: at ?? { kind: 'duration', duration: 0 },
      when,
      request: { kind: operation, ...rest } as unknown as Written<Operation>,
    }));
}
