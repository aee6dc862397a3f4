import { z } from 'zod';

import { notModelled, readOnly } from '../../base/document/schema-parts.js';
import type { Quanta } from '../../base/time/quanta.js';
import type { EnvironmentSetting } from '../../workload/task-settings.js';
import { environmentField } from './environment-schema.js';
import { autoPoolSchema, type AutoPoolFile } from './auto-pool-schema.js';
import { displayNameField, idField } from './pool-schema.js';
import type { OnAllTasksComplete } from '../../simulator/input/job-input.js';
import type { JobPreparationTask } from '../../simulator/input/job-preparation-task.js';
import type { JobReleaseTask } from '../../simulator/input/job-release-task.js';
import { jobManagerTask, type JobManagerFile } from './job-manager-schema.js';
import { preparationTask } from './preparation-task-schema.js';
import { releaseTask } from './release-task-schema.js';
import { taskSourceSchema, type TaskSourceFile } from './task-source-schema.js';
import { retryCountField } from './task-settings-schema.js';
import { durationField } from './time-fields.js';

/** One of the two. */
export interface PoolInfoFile {
  readonly poolId?: string | undefined;
  readonly autoPoolSpecification?: AutoPoolFile | undefined;
}

/** What a job and the jobSpecification of a schedule have in common; `tasks` is ours. */
export interface JobSpecificationFile {
  readonly poolInfo: PoolInfoFile;
  readonly priority?: number | undefined;
  readonly constraints?:
    | {
        readonly maxTaskRetryCount?: number | undefined;
        readonly retentionTime?: Quanta | undefined;
        readonly maxWallClockTime?: Quanta | undefined;
      }
    | undefined;
  readonly maxParallelTasks?: number | undefined;
  readonly allowTaskPreemption?: boolean | undefined;
  readonly onAllTasksComplete?: OnAllTasksComplete | undefined;
  readonly onTaskFailure?: 'noaction' | 'performexitoptionsjobaction' | undefined;
  readonly usesTaskDependencies?: boolean | undefined;
  readonly commonEnvironmentSettings?: readonly EnvironmentSetting[] | undefined;
  readonly jobManagerTask?: JobManagerFile | undefined;
  readonly jobPreparationTask?: JobPreparationTask | undefined;
  readonly jobReleaseTask?: JobReleaseTask | undefined;
  readonly tasks: readonly TaskSourceFile[];
}

/** A job as a scenario writes it, with the names of the REST interface. */
export interface JobFile extends JobSpecificationFile {
  readonly id: string;
}

const specification = {
  poolInfo: z
    .strictObject({
      poolId: z.string().optional().describe('Id of the pool on which the tasks run.'),
      autoPoolSpecification: autoPoolSchema
        .optional()
        .describe('A pool that the service makes for the job or the job schedule.'),
    })
    .refine(
      ({ poolId, autoPoolSpecification: auto }) => (poolId === undefined) !== (auto === undefined),
      {
        error: 'one of the keys poolId and autoPoolSpecification',
      },
    )
    .describe('Where the tasks run.'),
  priority: z
    .number()
    .int()
    .min(-1000)
    .max(1000)
    .optional()
    .describe('Jobs of higher priority go first; 0 by default.'),
  constraints: z
    .strictObject({
      maxTaskRetryCount: retryCountField()
        .optional()
        .describe('Retries of a task that ends with a nonzero exit code; -1 for no end.'),
      retentionTime: durationField()
        .optional()
        .describe('How long data of a finished task stay on its node; P7D by default.'),
      maxWallClockTime: durationField()
        .optional()
        .describe('Time from the creation of the job to its termination; no limit by default.'),
    })
    .optional()
    .describe('Limits for the tasks of the job.'),
  tasks: z.array(taskSourceSchema).describe('The tasks: traces, generators and single tasks.'),
  displayName: displayNameField().optional().describe('For the reader.'),
  metadata: z.unknown().optional().describe('For the reader.'),
  allowTaskPreemption: z
    .boolean()
    .optional()
    .describe('Whether jobs of higher priority may requeue its running tasks; false by default.'),
  commonEnvironmentSettings: environmentField()
    .optional()
    .describe('Variables of the environment of all its tasks; one of a task goes first.'),
  jobManagerTask: jobManagerTask
    .optional()
    .describe('A task that is created with the job and, by default, ends it.'),
  jobPreparationTask: preparationTask
    .optional()
    .describe('What every node runs before its first task of the job.'),
  jobReleaseTask: releaseTask
    .optional()
    .describe('What every node that ran the preparation task runs when the job ends.'),
  maxParallelTasks: z
    .union([z.literal(-1), z.number().int().min(1)])
    .optional()
    .describe('Most tasks of the job that run at one time; -1, the default, is no limit.'),
  networkConfiguration: notModelled(),
  onAllTasksComplete: z
    .enum(['noaction', 'terminatejob'])
    .optional()
    .describe('Whether the job ends when all its tasks are completed; noaction by default.'),
  onTaskFailure: z
    .enum(['noaction', 'performexitoptionsjobaction'])
    .optional()
    .describe('Whether exit options of its tasks act on the job; noaction by default.'),
  usesTaskDependencies: z
    .boolean()
    .optional()
    .describe('Whether tasks of the job may depend on others; false by default.'),
};

export const jobSpecificationSchema: z.ZodType<JobSpecificationFile> =
  z.strictObject(specification);

export const jobSchema: z.ZodType<JobFile> = z.strictObject({
  id: idField().describe('Id of the job.'),
  ...specification,
  creationTime: readOnly(),
  eTag: readOnly(),
  executionInfo: readOnly(),
  lastModified: readOnly(),
  previousState: readOnly(),
  previousStateTransitionTime: readOnly(),
  state: readOnly(),
  stateTransitionTime: readOnly(),
  stats: readOnly(),
  url: readOnly(),
});
