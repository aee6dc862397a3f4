import { z } from 'zod';

import type { Quanta } from '../../base/time/quanta.js';
import {
  selectableFailureCodes,
  taskFailureCodes,
  type SelectableFailureCode,
} from '../../workload/task-failure-codes.js';
import type {
  EnvironmentSetting,
  ExitCodeShare,
  FailureShare,
  MultiInstanceSettings,
  OutputFile,
  TaskAffinity,
  TaskDependencies,
  TaskUsage,
} from '../../workload/task-settings.js';
import { environmentField } from './environment-schema.js';
import { exitConditionsField, type ExitConditionsFile } from './exit-conditions-schema.js';
import { taskFileKeys } from './task-files-schema.js';
import { multiInstanceField } from './multi-instance-schema.js';
import { taskUsageField } from './task-usage-schema.js';
import { durationField } from './time-fields.js';

/** What every kind of task entry may say beside its arrivals, with the names of the REST interface where it has them. */
export interface TaskSettingsFile {
  readonly constraints?:
    | {
        readonly maxTaskRetryCount?: number | undefined;
        readonly maxWallClockTime?: Quanta | undefined;
        readonly retentionTime?: Quanta | undefined;
      }
    | undefined;
  readonly exitCodes?: readonly ExitCodeShare[] | undefined;
  readonly failures?: readonly FailureShare[] | undefined;
  readonly exitConditions?: ExitConditionsFile | undefined;
  readonly dependsOn?: TaskDependencies | undefined;
  readonly resourceFiles?: readonly { readonly bytes: number }[] | undefined;
  readonly outputFiles?: readonly OutputFile[] | undefined;
  readonly applicationPackageReferences?:
    readonly { readonly id: string; readonly bytes: number }[] | undefined;
  readonly containerSettings?:
    { readonly imageName: string; readonly imageBytes: number } | undefined;
  readonly affinityInfo?: TaskAffinity | undefined;
  readonly usage?: TaskUsage | undefined;
  readonly multiInstanceSettings?: MultiInstanceSettings | undefined;
  readonly environmentSettings?: readonly EnvironmentSetting[] | undefined;
}

/** Rounding of shares that people write with a few digits. */
const slack = 1e-9;
const wholeOrLess = 'shares that add up to at most 1';

function sumsToOne(shares: readonly { readonly share: number }[]): boolean {
  return shares.reduce((sum, { share }) => sum + share, 0) <= 1 + slack;
}

const share = (): z.ZodNumber => z.number().min(0).max(1);

export const exitCodeField = (): z.ZodNumber =>
  z.number().int().min(-2_147_483_648).max(4_294_967_295);

const exitCodes: z.ZodType<readonly ExitCodeShare[]> = z
  .array(
    z.strictObject({
      code: exitCodeField().describe('The exit code.'),
      share: share().describe('Share of the attempts that end with it.'),
    }),
  )
  .max(100)
  .refine(sumsToOne, { error: wholeOrLess });

const failures: z.ZodType<readonly FailureShare[]> = z
  .array(
    z.strictObject({
      code: z
        .enum(selectableFailureCodes as [SelectableFailureCode, ...SelectableFailureCode[]])
        .describe('Code of failureInfo.'),
      share: share().default(1).describe('Share of the attempts that fail so; all by default.'),
    }),
  )
  .max(100)
  .refine(
    (entries) =>
      (['preprocessing', 'upload'] as const).every((phase) =>
        sumsToOne(entries.filter(({ code }) => taskFailureCodes[code].phase === phase)),
      ),
    { error: wholeOrLess },
  );

const integerId = (): z.ZodNumber => z.number().int().min(-999_999_999_999).max(999_999_999_999);
const expectedRange = 'a range { start, end }, start not above end';

/** Longest list of ids, all together (service.md section 4.6, error TaskDependencyListTooLong). */
const longestIdList = 64_000;

const dependsOn: z.ZodType<TaskDependencies> = z.strictObject({
  taskIds: z
    .array(z.string().min(1).max(64))
    .refine((ids) => ids.reduce((sum, id) => sum + id.length, 0) <= longestIdList, {
      error: `ids of at most ${longestIdList} characters together (the service answers TaskDependencyListTooLong)`,
    })
    .default([])
    .describe('Ids of tasks of the job.'),
  taskIdRanges: z
    .array(
      z
        .strictObject({
          start: integerId().describe('First id.'),
          end: integerId().describe('Last id.'),
        })
        .refine(({ start, end }) => start <= end, { error: expectedRange }),
    )
    .max(10_000)
    .default([])
    .describe('Ranges of ids that are integers, both ends included; leading zeros do not count.'),
});

export const retryCountField = (): z.ZodNumber => z.number().int().min(-1).max(2_147_483_647);

/** The keys of TaskSettingsFile, for the object of each kind of task entry. */
export const taskSettingsKeys: {
  readonly [K in keyof Required<TaskSettingsFile>]: z.ZodType<TaskSettingsFile[K]>;
} = {
  constraints: z
    .strictObject({
      maxTaskRetryCount: retryCountField()
        .optional()
        .describe('Retries after a nonzero exit code, -1 for no end; those of the job by default.'),
      maxWallClockTime: durationField()
        .optional()
        .describe('Longest attempt, downloads and uploads included; no limit by default.'),
      retentionTime: durationField()
        .optional()
        .describe('How long data of the finished task stay on its node; as the job by default.'),
    })
    .optional()
    .describe('Limits for the task.'),
  exitCodes: exitCodes
    .optional()
    .describe('Exit codes that some attempts end with; the others end with exitCode, or 0.'),
  failures: failures
    .optional()
    .describe('Failures before or after the command that some attempts end with; never retried.'),
  exitConditions: exitConditionsField()
    .meta({ id: 'ExitConditions' })
    .optional()
    .describe('What the end of the task does to its job and to the tasks that depend on it.'),
  dependsOn: dependsOn
    .optional()
    .describe('Tasks of the job that must succeed first; needs usesTaskDependencies of the job.'),
  ...taskFileKeys,
  usage: taskUsageField()
    .meta({ id: 'TaskUsage' })
    .optional()
    .describe('What a running task uses of its node.'),
  multiInstanceSettings: multiInstanceField()
    .meta({ id: 'MultiInstanceSettings' })
    .optional()
    .describe('Instances that run side by side on several nodes, such as those of an MPI program.'),
  environmentSettings: environmentField()
    .optional()
    .describe('Variables of its environment, which poolscale inspect shows.'),
};
