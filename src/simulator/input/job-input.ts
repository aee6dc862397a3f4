import type { Quanta } from '../../base/time/quanta.js';
import type { EnvironmentSetting } from '../../workload/task-settings.js';
import type { AutoPoolInput } from './auto-pool-input.js';
import type { JobManagerTask } from './job-manager-task.js';
import type { JobPreparationTask } from './job-preparation-task.js';
import type { JobReleaseTask } from './job-release-task.js';

/** With REST names (service.md section 3.2). */
export type OnAllTasksComplete = 'noaction' | 'terminatejob';

export interface JobInput {
  readonly id: string;
  /** Index into `pools`; -1 for a job with an auto pool, or on a pool that an operation adds. */
  readonly pool: number;
  /** Id of a pool that an operation adds. */
  readonly poolId?: string;
  readonly autoPool?: AutoPoolInput;
  /** -1000 to 1000; higher goes first. REST default 0. */
  readonly priority?: number;
  /** Retries of a task whose command ends with a nonzero exit code; -1 is endless. */
  readonly maxTaskRetryCount: number;
  /** Whether dependsOn of its tasks counts; REST default false. Ids of its finished tasks are remembered. */
  readonly usesTaskDependencies?: boolean;
  readonly jobManagerTask?: JobManagerTask;
  readonly preparationTask?: JobPreparationTask;
  /** Only beside a preparation task. */
  readonly releaseTask?: JobReleaseTask;
  /** Most tasks of the job on nodes at one time; -1 is no limit, the REST default. */
  readonly maxParallelTasks?: number;
  /** Whether tasks of jobs of higher priority may requeue running tasks of this one; false by default (S3.1). */
  readonly allowTaskPreemption?: boolean;
  /** What follows when all tasks are completed; REST default noaction. */
  readonly onAllTasksComplete?: OnAllTasksComplete;
  /** Whether the exit options of its tasks act on the job; REST default noaction. */
  readonly onTaskFailure?: 'noaction' | 'performexitoptionsjobaction';
  /** From the creation of the job to its termination; no limit by default. */
  readonly maxWallClockTime?: Quanta;
  /** How long the data of a completed task stay on its node; counts for option retaineddata. REST default P7D. */
  readonly retentionTime?: Quanta;
  /** For all its tasks, unless one says otherwise; changes nothing but what `inspect` shows. */
  readonly commonEnvironmentSettings?: readonly EnvironmentSetting[];
}
