import type { JobManagerTask } from '../../simulator/input/job-manager-task.js';
import type { JobManagerFile } from '../schema/job-manager-schema.js';
import type { JobSpecificationFile } from '../schema/job-schema.js';
import type { PreparedPoolInfo, PreparedSpecification } from './read-auto-pool.js';
import { taskSettingsOf } from './read-task-settings.js';

/** All of a job but its id and its tasks. */
export function jobSpecificationOf(
  file: JobSpecificationFile,
  { pool, autoPool }: PreparedPoolInfo,
): PreparedSpecification {
  const { maxTaskRetryCount = 0, retentionTime, maxWallClockTime } = file.constraints ?? {};
  const { maxParallelTasks, allowTaskPreemption, onAllTasksComplete, onTaskFailure } = file;
  return {
    pool,
    ...(autoPool === undefined ? {} : { autoPool }),
    ...(file.priority === undefined ? {} : { priority: file.priority }),
    maxTaskRetryCount,
    ...(file.usesTaskDependencies === true ? { usesTaskDependencies: true } : {}),
    ...(retentionTime === undefined ? {} : { retentionTime }),
    ...(maxWallClockTime === undefined ? {} : { maxWallClockTime }),
    ...(maxParallelTasks === undefined ? {} : { maxParallelTasks }),
    ...(allowTaskPreemption === undefined ? {} : { allowTaskPreemption }),
    ...(onTaskFailure === undefined ? {} : { onTaskFailure }),
    ...(onAllTasksComplete === undefined ? {} : { onAllTasksComplete }),
    ...(file.commonEnvironmentSettings === undefined
      ? {}
      : { commonEnvironmentSettings: file.commonEnvironmentSettings }),
    ...(file.jobManagerTask === undefined
      ? {}
      : { jobManagerTask: jobManagerOf(file.jobManagerTask) }),
    ...(file.jobPreparationTask === undefined ? {} : { preparationTask: file.jobPreparationTask }),
    ...(file.jobReleaseTask === undefined ? {} : { releaseTask: file.jobReleaseTask }),
  };
}

function jobManagerOf(file: JobManagerFile): JobManagerTask {
  const { id, runTime, exitCode, requiredSlots } = file;
  const { killJobOnCompletion, runExclusive, allowLowPriorityNode } = file;
  return {
    id,
    runTime,
    exitCode: exitCode | 0,
    requiredSlots,
    killJobOnCompletion,
    runExclusive,
    allowLowPriorityNode,
    settings: taskSettingsOf(file) ?? {},
  };
}
