import { endingRefusal } from '../../job/ending-refusal.js';
import { isEnding } from '../../job/job-state.js';
import { constrainTask } from '../../task/constrain-task.js';
import type { UpdateTask } from '../operation.js';
import { taskOperation, type OperationDefinition } from '../operation-definition.js';
import { refuseRetryCount } from '../refuse-job-settings.js';
import { refusal } from '../service-errors.js';

/** Gives a task that is not completed other constraints (service.md sections 4.3 and 10). */
export const updateTask: OperationDefinition<UpdateTask> = taskOperation(
  200,
  (world, job, task, { constraints = {} }) => {
    if (isEnding(world.jobs[job]!)) return endingRefusal(world.jobs[job]!);
    if (task.kind === 'completed') return refusal('TaskCompleted');
    const refused = refuseRetryCount(constraints);
    if (refused !== undefined) return refused;
    constrainTask(world, task.task, constraints);
    return undefined;
  },
);
