import { addJob } from './job/add-job.js';
import { deleteJob } from './job/delete-job.js';
import { disableJob } from './job/disable-job.js';
import { enableJob } from './job/enable-job.js';
import { terminateJob } from './job/terminate-job.js';
import { updateJob } from './job/update-job.js';
import { addJobSchedule } from './job-schedule/add-job-schedule.js';
import { deleteJobSchedule } from './job-schedule/delete-job-schedule.js';
import { disableJobSchedule } from './job-schedule/disable-job-schedule.js';
import { enableJobSchedule } from './job-schedule/enable-job-schedule.js';
import { terminateJobSchedule } from './job-schedule/terminate-job-schedule.js';
import { updateJobSchedule } from './job-schedule/update-job-schedule.js';
import { deallocateNode } from './node/deallocate-node.js';
import { disableNodeScheduling } from './node/disable-node-scheduling.js';
import { enableNodeScheduling } from './node/enable-node-scheduling.js';
import { rebootNode } from './node/reboot-node.js';
import { reimageNode } from './node/reimage-node.js';
import { startNode } from './node/start-node.js';
import type { Operation, OperationKind } from './operation.js';
import type { OperationDefinition } from './operation-definition.js';
import { addPool } from './pool/add-pool.js';
import { deletePool } from './pool/delete-pool.js';
import { disableAutoScale } from './pool/disable-auto-scale.js';
import { enableAutoScale } from './pool/enable-auto-scale.js';
import { evaluateAutoScale } from './pool/evaluate-auto-scale.js';
import { removeNodes } from './pool/remove-nodes.js';
import { resizePool } from './pool/resize-pool.js';
import { updatePool } from './pool/update-pool.js';
import { stopPoolResize } from './pool/stop-pool-resize.js';
import { addTasks } from './task/add-tasks.js';
import { deleteTask } from './task/delete-task.js';
import { reactivateTask } from './task/reactivate-task.js';
import { terminateTask } from './task/terminate-task.js';
import { updateTask } from './task/update-task.js';

/** Every operation with what it does. */
export const operationTable: {
  readonly [K in OperationKind]: OperationDefinition<Extract<Operation, { readonly kind: K }>>;
} = {
  resizePool,
  stopPoolResize,
  removeNodes,
  enableAutoScale,
  disableAutoScale,
  evaluateAutoScale,
  addPool,
  updatePool,
  deletePool,
  rebootNode,
  reimageNode,
  deallocateNode,
  startNode,
  disableNodeScheduling,
  enableNodeScheduling,
  addTasks,
  updateTask,
  terminateTask,
  deleteTask,
  reactivateTask,
  addJob,
  disableJob,
  enableJob,
  terminateJob,
  deleteJob,
  updateJob,
  addJobSchedule,
  disableJobSchedule,
  enableJobSchedule,
  terminateJobSchedule,
  deleteJobSchedule,
  updateJobSchedule,
};
