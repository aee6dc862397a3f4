import { z } from 'zod';

import {
  notModelled,
  oneOf,
  readOnly,
  type Alternative,
} from '../../base/document/schema-parts.js';
import type { Distribution } from '../../base/random/distribution.js';
import type { Quanta } from '../../base/time/quanta.js';
import type { ArrivalProcess } from '../../workload/generate/arrival-process.js';
import { traceFormatNames, type TraceFormat } from '../../workload/read/trace-format.js';
import {
  processorRules,
  type CsvColumn,
  type ProcessorRule,
} from '../../workload/read/trace-options.js';
import { secondsField } from './distribution-schema.js';
import { displayNameField, idField } from './pool-schema.js';
import { splitSchema, type SplitFile } from './split-schema.js';
import { exitCodeField, taskSettingsKeys, type TaskSettingsFile } from './task-settings-schema.js';
import { durationField } from './time-fields.js';

/** Tasks from a recorded workload. */
export interface TraceFile extends TaskSettingsFile {
  readonly from: string;
  readonly format?: TraceFormat | undefined;
  readonly processors?: ProcessorRule | undefined;
  readonly timeZone?: string | undefined;
  readonly columns?: { readonly [C in CsvColumn]?: string | undefined } | undefined;
  readonly job?: string | undefined;
}

/** Tasks from a random process. */
export interface GeneratorFile extends TaskSettingsFile {
  readonly arrivals: ArrivalProcess;
  readonly runTime: Distribution;
  readonly requiredSlots?: number | undefined;
  readonly failureShare?: number | undefined;
  readonly first?: Quanta | undefined;
  readonly count?: number | undefined;
  readonly until?: Quanta | undefined;
}

/** A task written out, with the names of the REST interface; `runTime`, `submit` and `exitCode` are ours. */
export interface LiteralTaskFile extends TaskSettingsFile {
  readonly id: string;
  readonly runTime: Quanta;
  readonly submit?: Quanta | undefined;
  readonly requiredSlots?: number | undefined;
  readonly exitCode?: number | undefined;
}

export type TaskSourceFile = TraceFile | GeneratorFile | SplitFile | LiteralTaskFile;

const requiredSlots = z
  .number()
  .int()
  .min(1)
  .max(65_535)
  .optional()
  .describe('Slots that a task takes on its node; 1 by default.');

const column = (what: string): z.ZodOptional<z.ZodString> =>
  z.string().min(1).optional().describe(`Name of the column with ${what}.`);

const columns: z.ZodType<NonNullable<TraceFile['columns']>> = z.strictObject({
  submit: column('the submission'),
  duration: column('the run time'),
  slots: column('the slots'),
  job: column('the job'),
  exit: column('the exit code'),
  id: column('the id of the task'),
});

const trace: z.ZodType<TraceFile> = z
  .strictObject({
    from: z.string().min(1).describe('Path of the trace, relative to this file; may end in .gz.'),
    format: z
      .enum(traceFormatNames as [TraceFormat, ...TraceFormat[]])
      .optional()
      .describe('Format of the trace; recognised by its content where absent.'),
    processors: z
      .enum(processorRules as [ProcessorRule, ...ProcessorRule[]])
      .optional()
      .describe('What becomes of a job on p processors: p tasks, a task of p slots, or one task.'),
    timeZone: z
      .string()
      .optional()
      .describe('Zone of times that name none: UTC (the default) or an offset such as +02:00.'),
    columns: columns.optional().describe('Names of the columns of a CSV trace.'),
    job: z.string().optional().describe('Takes only the tasks of this job of the trace.'),
    ...taskSettingsKeys,
  })
  .meta({ id: 'Trace' });

const seconds = (): z.ZodNumber => z.number().min(0).max(1e9);
const expectedPair = 'two numbers of seconds [low, high], low not above high';

type Spacing = Exclude<ArrivalProcess, { readonly kind: 'bursts' }>;

const spacings: readonly Alternative<Spacing>[] = [
  {
    key: 'constant',
    schema: z
      .strictObject({ constant: seconds().describe('Seconds between two submissions.') })
      .transform(({ constant }): Spacing => ({ kind: 'constant', interval: constant })),
  },
  {
    key: 'uniform',
    schema: z
      .strictObject({
        uniform: z
          .array(seconds())
          .length(2, { error: expectedPair })
          .refine(([low, high]) => low! <= high!, { error: expectedPair })
          .describe('Lowest and highest number of seconds between two submissions.'),
      })
      .transform(({ uniform }): Spacing => ({
        kind: 'uniform',
        low: uniform[0]!,
        high: uniform[1]!,
      })),
  },
  {
    key: 'poisson',
    schema: z
      .strictObject({
        poisson: z
          .strictObject({
            mean: z.number().positive().max(1e9).describe('Mean seconds between two submissions.'),
          })
          .describe('A Poisson process: independent submissions at a constant mean rate.'),
      })
      .transform(({ poisson }): Spacing => ({ kind: 'poisson', meanInterval: poisson.mean })),
  },
];

const spacing = oneOf<Spacing>('one of constant, uniform or poisson', spacings);

const arrivals = oneOf<ArrivalProcess>('one of constant, uniform, poisson or bursts', [
  ...spacings,
  {
    key: 'bursts',
    schema: z
      .strictObject({
        bursts: z
          .strictObject({
            size: z.number().int().min(1).describe('Tasks in a burst.'),
            pause: seconds().describe('Seconds between bursts, on top of the usual distance.'),
            arrivals: spacing.describe('Submissions within a burst.'),
          })
          .describe('Groups of tasks with pauses between them.'),
      })
      .transform(({ bursts }): ArrivalProcess => ({
        kind: 'bursts',
        size: bursts.size,
        pause: bursts.pause,
        within: bursts.arrivals,
      })),
  },
]);

const generator: z.ZodType<GeneratorFile> = z
  .strictObject({
    arrivals: arrivals.describe('When tasks are submitted.'),
    runTime: secondsField().describe('Run time of a task in seconds.'),
    requiredSlots,
    failureShare: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe('Share of the tasks that end with exit code 1; 0 by default.'),
    first: durationField().optional().describe('When arrivals begin, after the start of the run.'),
    count: z.number().int().min(1).max(1e12).optional().describe('Number of tasks.'),
    until: durationField()
      .optional()
      .describe('No task is submitted from this time after the start of the run on.'),
    ...taskSettingsKeys,
  })
  .meta({ id: 'Generator' });

export const literalTaskSchema: z.ZodType<LiteralTaskFile> = z
  .strictObject({
    id: idField().describe('Id of the task.'),
    runTime: durationField().describe('How long every attempt runs.'),
    submit: durationField()
      .optional()
      .describe('Submission after the start of the run; 0 by default.'),
    requiredSlots,
    exitCode: exitCodeField()
      .optional()
      .describe('Exit code of every attempt; 0, success, by default.'),
    ...taskSettingsKeys,
    displayName: displayNameField().optional().describe('For the reader.'),
    commandLine: z.string().optional().describe('For the reader; runTime is what counts.'),
    authenticationTokenSettings: notModelled(),
    userIdentity: notModelled(),
    creationTime: readOnly(),
    eTag: readOnly(),
    executionInfo: readOnly(),
    lastModified: readOnly(),
    nodeInfo: readOnly(),
    previousState: readOnly(),
    previousStateTransitionTime: readOnly(),
    state: readOnly(),
    stateTransitionTime: readOnly(),
    stats: readOnly(),
    url: readOnly(),
  })
  .meta({ id: 'Task' });

export const taskSourceSchema: z.ZodType<TaskSourceFile> = oneOf<TaskSourceFile>(
  'a trace (key from), a generator (key arrivals), a split job (key split) or a task (key id)',
  [
    { key: 'from', schema: trace },
    { key: 'arrivals', schema: generator },
    { key: 'split', schema: splitSchema },
    { key: 'id', schema: literalTaskSchema },
  ],
);
