import { joinPath, rootDirectory, taskDirectory, workItemOf } from './node-directories.js';
import { addressOf, isDedicated, type TaskPlace } from './task-place.js';

/** A variable that the service sets; `value` is undefined where the task does not see it. */
export interface SystemVariable {
  readonly name: string;
  readonly means: string;
  readonly value: (place: TaskPlace) => string | undefined;
}

const root = ({ pool }: TaskPlace, ...parts: string[]): string =>
  joinPath(pool.operatingSystem, rootDirectory[pool.operatingSystem], ...parts);

const ownDirectory = ({ pool, jobId, taskId }: TaskPlace, ...parts: string[]): string =>
  joinPath(pool.operatingSystem, taskDirectory(pool.operatingSystem, jobId, taskId), ...parts);

function preparationDirectory(
  { pool, jobId, job }: TaskPlace,
  ...parts: string[]
): string | undefined {
  if (job.preparationTaskId === undefined) return undefined;
  const directory = taskDirectory(pool.operatingSystem, jobId, job.preparationTaskId);
  return joinPath(pool.operatingSystem, directory, ...parts);
}

const isMultiInstance = ({ instances }: TaskPlace): boolean => instances.length > 1;

const ofInstances =
  (value: (place: TaskPlace) => string | undefined): SystemVariable['value'] =>
  (place) =>
    isMultiInstance(place) ? value(place) : undefined;

const addresses = ({ instances }: TaskPlace, separator: string): string =>
  instances.map(addressOf).join(separator);

/** Port that the service itself uses on the master node (the documented example). */
const masterPort = 6000;

/**
 * The variables of today (service.md section 11, from the documented list), application packages apart. Of a multi-instance task
 * they are those of the primary.
 */
export const systemVariables: readonly SystemVariable[] = [
  {
    name: 'AZ_BATCH_ACCOUNT_NAME',
    means: 'name of the account',
    value: ({ pool }) => pool.accountName,
  },
  { name: 'AZ_BATCH_POOL_ID', means: 'id of the pool', value: ({ poolId }) => poolId },
  { name: 'AZ_BATCH_NODE_ID', means: 'id of the node', value: ({ nodeId }) => nodeId },
  { name: 'AZ_BATCH_JOB_ID', means: 'id of the job', value: ({ jobId }) => jobId },
  { name: 'AZ_BATCH_TASK_ID', means: 'id of the task', value: ({ taskId }) => taskId },
  {
    name: 'AZ_BATCH_NODE_IS_DEDICATED',
    means: 'whether the node is dedicated',
    value: ({ nodeId }) => String(isDedicated(nodeId)),
  },
  { name: 'AZ_BATCH_NODE_ROOT_DIR', means: 'root of the directories', value: (at) => root(at) },
  {
    name: 'AZ_BATCH_NODE_SHARED_DIR',
    means: 'directory of all tasks',
    value: (at) => root(at, 'shared'),
  },
  {
    name: 'AZ_BATCH_NODE_STARTUP_DIR',
    means: 'directory of the start task',
    value: (at) => root(at, 'startup'),
  },
  {
    name: 'AZ_BATCH_NODE_MOUNTS_DIR',
    means: 'mounted file systems',
    value: (at) => root(at, 'fsmounts'),
  },
  { name: 'AZ_BATCH_TASK_DIR', means: 'directory of the task', value: (at) => ownDirectory(at) },
  {
    name: 'AZ_BATCH_TASK_WORKING_DIR',
    means: 'working directory of the task',
    value: (at) => ownDirectory(at, 'wd'),
  },
  {
    name: 'AZ_BATCH_CERTIFICATES_DIR',
    means: 'certificates, on Linux',
    value: (at) => (at.pool.operatingSystem === 'linux' ? ownDirectory(at, 'certs') : undefined),
  },
  {
    name: 'AZ_BATCH_JOB_PREP_DIR',
    means: 'directory of the job preparation task',
    value: (at) => preparationDirectory(at),
  },
  {
    name: 'AZ_BATCH_JOB_PREP_WORKING_DIR',
    means: 'its working directory',
    value: (at) => preparationDirectory(at, 'wd'),
  },
  {
    name: 'AZ_BATCH_TASK_RESERVED_EPHEMERAL_DISK_SPACE_BYTES',
    means: 'free space below which the disk counts as full',
    value: ({ pool: { diskReserveBytes } }) =>
      diskReserveBytes === undefined ? undefined : String(diskReserveBytes),
  },
  {
    name: 'AZ_BATCH_TASK_SHARED_DIR',
    means: 'directory of the same path on the nodes of all instances',
    value: ofInstances((at) => ownDirectory(at)),
  },
  {
    name: 'AZ_BATCH_NODE_LIST',
    means: 'nodes of the task',
    value: ofInstances((at) => addresses(at, ';')),
  },
  {
    name: 'AZ_BATCH_HOST_LIST',
    means: 'nodes of the task',
    value: ofInstances((at) => addresses(at, ',')),
  },
  {
    name: 'AZ_BATCH_MASTER_NODE',
    means: 'node of the primary',
    value: ofInstances(({ instances }) => `${addressOf(instances[0]!)}:${masterPort}`),
  },
  {
    name: 'AZ_BATCH_IS_CURRENT_NODE_MASTER',
    means: 'whether this is the primary',
    value: ofInstances(() => 'true'),
  },
  {
    name: 'CCP_NODES',
    means: 'number of nodes, then each with its cores',
    value: ofInstances(({ instances, pool: { cores } }) =>
      cores === undefined
        ? undefined
        : [instances.length, ...instances.flatMap((id) => [addressOf(id), cores])].join(' '),
    ),
  },
];

/** The variables of 2014 and 2015 (service.md section 12, rows 60 to 68). */
export const legacyVariables: readonly SystemVariable[] = [
  {
    name: 'WATASK_ACCOUNT_NAME',
    means: 'AZ_BATCH_ACCOUNT_NAME',
    value: ({ pool }) => pool.accountName,
  },
  {
    name: 'WATASK_WORKITEM_NAME',
    means: 'the schedule, or the job itself',
    value: ({ jobId }) => workItemOf(jobId).workItem,
  },
  {
    name: 'WATASK_JOB_NAME',
    means: 'the run of the work item; AZ_BATCH_JOB_ID has both',
    value: ({ jobId }) => workItemOf(jobId).run,
  },
  { name: 'WATASK_TASK_NAME', means: 'AZ_BATCH_TASK_ID', value: ({ taskId }) => taskId },
  { name: 'WATASK_POOL_NAME', means: 'AZ_BATCH_POOL_ID', value: ({ poolId }) => poolId },
  { name: 'WATASK_TVM_NAME', means: 'AZ_BATCH_NODE_ID', value: ({ nodeId }) => nodeId },
  { name: 'WATASK_TVM_ROOT_DIR', means: 'AZ_BATCH_NODE_ROOT_DIR', value: (at) => root(at) },
  {
    // Ports above 1100 were open between the nodes of such a pool (documented); the range had no other end.
    name: 'WATASK_PORTRANGE_LOW',
    means: 'first port open between nodes; no successor',
    value: ({ pool }) => (pool.communicates ? '1101' : undefined),
  },
  {
    name: 'WATASK_PORTRANGE_HIGH',
    means: 'last port open between nodes; no successor',
    value: ({ pool }) => (pool.communicates ? '65535' : undefined),
  },
];
