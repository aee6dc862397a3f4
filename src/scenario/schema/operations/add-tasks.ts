import { z } from 'zod';

import type { AddedTask } from '../../../simulator/operations/operation.js';
import { literalTaskOf } from '../../load/read-literal-task.js';
import { literalTaskSchema } from '../task-source-schema.js';
import { jobIdKey } from './operation-keys.js';
import { operationSchema, type OperationFile } from './operation-schema.js';

/** Written as in `tasks:` of a job; `submit` has no meaning here. */
const addedTask: z.ZodType<AddedTask> = literalTaskSchema.transform((file): AddedTask => {
  const { id, runTime, requiredSlots, exitCode, settings } = literalTaskOf(file);
  return { id, runTime, requiredSlots, exitCode, ...(settings === undefined ? {} : { settings }) };
});

export const addTasksSchema: z.ZodType<OperationFile> = operationSchema(
  'addTasks',
  'Adds a collection of tasks to the job: at most 100 in one request.',
  {
    jobId: jobIdKey(),
    tasks: z.array(addedTask).min(1).max(100_000).describe('The tasks, each written out.'),
  },
);
