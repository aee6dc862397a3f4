import { z } from 'zod';

import { oneOfKinds } from '../../../base/document/schema-parts.js';
import type { OperationKind } from '../../../simulator/operations/operation.js';
import { addJobSchema } from './add-job.js';
import { addJobScheduleSchema } from './add-job-schedule.js';
import { addPoolSchema } from './add-pool.js';
import { addTasksSchema } from './add-tasks.js';
import { deallocateNodeSchema } from './deallocate-node.js';
import { deleteJobSchema } from './delete-job.js';
import { deleteJobScheduleSchema } from './delete-job-schedule.js';
import { disableJobSchema } from './disable-job.js';
import { disableJobScheduleSchema } from './disable-job-schedule.js';
import { enableJobScheduleSchema } from './enable-job-schedule.js';
import { terminateJobScheduleSchema } from './terminate-job-schedule.js';
import { updateJobScheduleSchema } from './update-job-schedule.js';
import { enableJobSchema } from './enable-job.js';
import { terminateJobSchema } from './terminate-job.js';
import { updatePoolSchema } from './update-pool.js';
import { updateJobSchema } from './update-job.js';
import { deleteTaskSchema } from './delete-task.js';
import { reactivateTaskSchema } from './reactivate-task.js';
import { terminateTaskSchema } from './terminate-task.js';
import { updateTaskSchema } from './update-task.js';
import { deletePoolSchema } from './delete-pool.js';
import { disableAutoScaleSchema } from './disable-auto-scale.js';
import { disableNodeSchedulingSchema } from './disable-node-scheduling.js';
import { enableAutoScaleSchema } from './enable-auto-scale.js';
import { enableNodeSchedulingSchema } from './enable-node-scheduling.js';
import { evaluateAutoScaleSchema } from './evaluate-auto-scale.js';
import { rebootNodeSchema } from './reboot-node.js';
import { reimageNodeSchema } from './reimage-node.js';
import { removeNodesSchema } from './remove-nodes.js';
import { resizePoolSchema } from './resize-pool.js';
import { startNodeSchema } from './start-node.js';
import { stopPoolResizeSchema } from './stop-pool-resize.js';
import type { OperationFile } from './operation-schema.js';

/** Every operation that a scenario may ask for, by its name. */
const schemas: { readonly [K in OperationKind]: z.ZodType<OperationFile> } = {
  resizePool: resizePoolSchema,
  stopPoolResize: stopPoolResizeSchema,
  removeNodes: removeNodesSchema,
  enableAutoScale: enableAutoScaleSchema,
  disableAutoScale: disableAutoScaleSchema,
  evaluateAutoScale: evaluateAutoScaleSchema,
  addPool: addPoolSchema,
  updatePool: updatePoolSchema,
  deletePool: deletePoolSchema,
  rebootNode: rebootNodeSchema,
  reimageNode: reimageNodeSchema,
  deallocateNode: deallocateNodeSchema,
  startNode: startNodeSchema,
  disableNodeScheduling: disableNodeSchedulingSchema,
  enableNodeScheduling: enableNodeSchedulingSchema,
  addTasks: addTasksSchema,
  updateTask: updateTaskSchema,
  terminateTask: terminateTaskSchema,
  deleteTask: deleteTaskSchema,
  reactivateTask: reactivateTaskSchema,
  addJob: addJobSchema,
  disableJob: disableJobSchema,
  enableJob: enableJobSchema,
  terminateJob: terminateJobSchema,
  deleteJob: deleteJobSchema,
  updateJob: updateJobSchema,
  addJobSchedule: addJobScheduleSchema,
  disableJobSchedule: disableJobScheduleSchema,
  enableJobSchedule: enableJobScheduleSchema,
  terminateJobSchedule: terminateJobScheduleSchema,
  deleteJobSchedule: deleteJobScheduleSchema,
  updateJobSchedule: updateJobScheduleSchema,
};

export const operationsSchema: z.ZodType<readonly OperationFile[]> = z
  .array(oneOfKinds('operation', schemas))
  .max(100_000);
