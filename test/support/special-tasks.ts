import type { JobPreparationTask } from '../../src/simulator/input/job-preparation-task.js';
import type { JobReleaseTask } from '../../src/simulator/input/job-release-task.js';
import type { JobManagerTask } from '../../src/simulator/input/job-manager-task.js';
import { seconds } from './simulation-input.js';

/** A job preparation task that runs for so many seconds; everything else has the service's default. */
export function preparationTask(
  runSeconds: number,
  more: Partial<JobPreparationTask> = {},
): JobPreparationTask {
  return {
    id: 'jobpreparation',
    runTime: seconds(runSeconds),
    waitForSuccess: true,
    rerunOnNodeRebootAfterSuccess: true,
    maxTaskRetryCount: 0,
    failureShare: 0,
    ...more,
  };
}

/** A job release task that runs for so many seconds; everything else has the service's default. */
export function releaseTask(
  runSeconds: number,
  more: Partial<JobReleaseTask> = {},
): JobReleaseTask {
  return {
    id: 'jobrelease',
    runTime: seconds(runSeconds),
    maxWallClockTime: seconds(900),
    failureShare: 0,
    ...more,
  };
}

/** A job manager task that runs for so many seconds; everything else has the service's default. */
export function managerTask(
  runSeconds: number,
  more: Partial<JobManagerTask> = {},
): JobManagerTask {
  return {
    id: 'manager',
    runTime: seconds(runSeconds),
    exitCode: 0,
    requiredSlots: 1,
    killJobOnCompletion: true,
    runExclusive: true,
    allowLowPriorityNode: true,
    settings: {},
    ...more,
  };
}
