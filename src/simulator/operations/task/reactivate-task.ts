import { endingRefusal } from '../../job/ending-refusal.js';
import { isEnding } from '../../job/job-state.js';
import { reviveTask } from '../../task/revive-task.js';
import type { ReactivateTask } from '../operation.js';
import { taskOperation, type OperationDefinition } from '../operation-definition.js';
import { refusal } from '../service-errors.js';

/** Runs a task again that is completed and did not succeed (service.md section 4.1); any other is refused. */
export const reactivateTask: OperationDefinition<ReactivateTask> = taskOperation(
  204,
  (world, job, task) => {
    if (isEnding(world.jobs[job]!)) return endingRefusal(world.jobs[job]!);
    if (task.kind !== 'completed' || task.completed.outcome === 'succeeded') {
      return refusal(
        'OperationInvalidForCurrentState',
        'Only a completed task that did not succeed can be reactivated.',
      );
    }
    reviveTask(world, job, task.completed);
    return undefined;
  },
);
