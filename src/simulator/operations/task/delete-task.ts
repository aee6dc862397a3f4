import { terminateTask } from '../../task/task-expiry.js';
import type { DeleteTask } from '../operation.js';
import { taskOperation, type OperationDefinition } from '../operation-definition.js';

/** Forgets a task; one that is not completed is terminated by it, and counted so. Its success stays remembered (Azure/Batch#129). */
export const deleteTask: OperationDefinition<DeleteTask> = taskOperation(
  200,
  (world, job, task, { taskId }) => {
    if (task.kind === 'in-flight') terminateTask(world, task.task);
    world.namedTasks[job]!.set(taskId.toLowerCase(), { kind: 'unknown' });
    return undefined;
  },
);
