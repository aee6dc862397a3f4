import { uncountCompleted } from '../../job/task-counts.js';
import { terminateTask } from '../../task/task-expiry.js';
import { deleteTaskData } from '../../task/transfer-times.js';
import type { DeleteTask } from '../operation.js';
import { taskOperation, type OperationDefinition } from '../operation-definition.js';

/** Forgets a task; one that is not completed is terminated by it, and counted so. Its success stays remembered (Azure/Batch#129). */
export const deleteTask: OperationDefinition<DeleteTask> = taskOperation(
  200,
  (world, job, task, { taskId }) => {
    const number =
      task.kind === 'in-flight' ? world.tasks.number[task.task]! : task.completed.number;
    if (task.kind === 'in-flight') terminateTask(world, task.task);
    const outcome = task.kind === 'in-flight' ? 'terminated' : task.completed.outcome;
    uncountCompleted(world.jobs[job]!, outcome);
    deleteTaskData(world, number);
    world.namedTasks[job]!.set(taskId.toLowerCase(), { kind: 'unknown' });
    return undefined;
  },
);
