import { z } from 'zod';

import { isNumber, isString, oneOf } from '../../base/document/schema-parts.js';
import type { Timestamp } from '../../base/time/ticks.js';
import { priceBookSchema, type PriceBookFile } from '../../pricing/price-book-schema.js';
import type { Parameters } from '../../simulator/parameters/parameters.js';
import { accountSchema, type AccountFile } from './account-schema.js';
import type { FaultFile } from './faults/fault-schema.js';
import { faultsSchema } from './faults/faults-schema.js';
import { operationsSchema } from './operations/operations-schema.js';
import type { OperationFile } from './operations/operation-schema.js';
import { jobSchema, type JobFile } from './job-schema.js';
import { jobScheduleSchema, type JobScheduleFile } from './job-schedule-schema.js';
import { parametersSchema } from './parameter-schema.js';
import { idField, poolSchema, type PoolFile } from './pool-schema.js';
import {
  instantField,
  momentField,
  untilField,
  type Moment,
  type UntilFile,
} from './time-fields.js';

/** Prices in a file of their own; `currency` says which one is expected. */
export interface PriceReference {
  readonly file: string;
  readonly currency?: string | undefined;
}

/** A new version of the operating system of a pool. */
export interface OsUpgradeFile {
  readonly at: Moment;
  readonly poolId: string;
}

/** A scenario as it is written: pools, jobs with their tasks, parameters and prices. */
export interface ScenarioFile {
  readonly $schema?: string | undefined;
  readonly name?: string | undefined;
  readonly seed?: string | undefined;
  readonly start?: Timestamp | undefined;
  readonly until?: UntilFile | undefined;
  readonly account?: AccountFile | undefined;
  readonly pools: readonly PoolFile[];
  readonly jobs: readonly JobFile[];
  readonly jobSchedules?: readonly JobScheduleFile[] | undefined;
  readonly operations?: readonly OperationFile[] | undefined;
  readonly osUpgrades?: readonly OsUpgradeFile[] | undefined;
  readonly faults?: readonly FaultFile[] | undefined;
  readonly parameters?: Partial<Parameters> | undefined;
  readonly prices?: PriceReference | PriceBookFile | undefined;
}

const seed: z.ZodType<string> = oneOf('a number or a text', [
  { when: isNumber, schema: z.number().transform(String) },
  { when: isString, schema: z.string().min(1) },
]);

const prices = oneOf<PriceReference | PriceBookFile>(
  '{ file: prices.yaml }, or prices with the keys currency and nodeHour',
  [
    {
      key: 'file',
      schema: z.strictObject({
        file: z.string().min(1).describe('Path of the price book, relative to this file.'),
        currency: z.string().optional().describe('Currency that the price book must have.'),
      }),
    },
    { key: 'nodeHour', schema: priceBookSchema },
  ],
);

export const scenarioSchema: z.ZodType<ScenarioFile> = z.strictObject({
  $schema: z.string().optional().describe('Address of this JSON Schema, for editors.'),
  name: z.string().min(1).optional().describe('Name in reports; the name of the file by default.'),
  seed: seed.optional().describe('Seed of all random draws; 1 by default.'),
  start: instantField()
    .optional()
    .describe('Instant of the start; by default that of the first recorded task, or 2026-01-01.'),
  until: untilField()
    .optional()
    .describe('End of the run: drained (the default), a duration such as P7D, or an instant.'),
  account: accountSchema.optional().describe('Quotas of the account.'),
  pools: z.array(poolSchema).describe('The pools; none where all jobs have auto pools.'),
  jobs: z.array(jobSchema).describe('The jobs with their tasks.'),
  jobSchedules: z
    .array(jobScheduleSchema)
    .max(10_000)
    .optional()
    .describe('What creates jobs again and again.'),
  operations: operationsSchema
    .optional()
    .describe('What users ask of the service during the run, each at its time.'),
  osUpgrades: z
    .array(
      z.strictObject({
        at: momentField().describe('When a new version is there.'),
        poolId: idField().describe('Id of the pool.'),
      }),
    )
    .max(10_000)
    .optional()
    .describe('New versions of the operating system, which nodes get as upgradePolicy says.'),
  faults: faultsSchema
    .optional()
    .describe('What goes wrong around the service, each at its time or rate.'),
  parameters: parametersSchema
    .optional()
    .describe('What the public record leaves open about the service, where not the default.'),
  prices: prices.optional().describe('What nodes cost; without it, reports give node hours only.'),
});
