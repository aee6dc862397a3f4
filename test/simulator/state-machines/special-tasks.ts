import type { JobInput } from '../../../src/simulator/index.js';
import { seconds } from '../../support/simulation-input.js';

/** A job that prepares its nodes, and runs for 100 s on them after its end: its last states last. */
export const specialTasks: Pick<JobInput, 'preparationTask' | 'releaseTask'> = {
  preparationTask: {
    id: 'jobpreparation',
    runTime: seconds(1),
    waitForSuccess: true,
    rerunOnNodeRebootAfterSuccess: true,
    maxTaskRetryCount: 0,
    failureShare: 0,
  },
  releaseTask: {
    id: 'jobrelease',
    runTime: seconds(100),
    maxWallClockTime: seconds(900),
    failureShare: 0,
  },
};
