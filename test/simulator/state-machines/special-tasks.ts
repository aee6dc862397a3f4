import type { JobInput } from '../../../src/simulator/index.js';
import { preparationTask, releaseTask } from '../../support/special-tasks.js';

/** A job that prepares its nodes, and runs for 100 s on them after its end: its last states last. */
export const specialTasks: Pick<JobInput, 'preparationTask' | 'releaseTask'> = {
  preparationTask: preparationTask(1),
  releaseTask: releaseTask(100),
};
