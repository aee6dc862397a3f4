import { terminateTask as terminate } from '../../task/task-expiry.js';
import type { TerminateTask } from '../operation.js';
import { taskOperation, type OperationDefinition } from '../operation-definition.js';
import { refusal } from '../service-errors.js';

/** Completes a task with failure information, wherever it is; a completed one is refused. */
export const terminateTask: OperationDefinition<TerminateTask> = taskOperation(
  204,
  (world, _, task) => {
    if (task.kind === 'completed') return refusal('TaskCompleted');
    terminate(world, task.task);
    return undefined;
  },
);
