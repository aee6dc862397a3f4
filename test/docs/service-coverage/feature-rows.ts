import { accepted, modelled, outOfModel, type Coverage } from './coverage.js';
import { proofs } from './proofs.js';

/** A row of the features that the founding documents of the service name (service.md section 12). */
export interface FeatureRow {
  readonly row: number;
  readonly name: string;
  readonly coverage: Coverage;
}

const feature = (row: number, name: string, coverage: Coverage): FeatureRow => ({
  row,
  name,
  coverage,
});

const client =
  'a way to reach the service, not a behaviour of it: nothing that a run measures depends on it';

const surroundings = 'report/inspect/surroundings';
const legacyVariables = modelled(
  surroundings,
  'has names of 2014 and 2015 for those who ask',
  '`inspect --legacy-names`',
);
const linuxDirectories = modelled(
  surroundings,
  'has the ids, the kind of node and the directories on Linux',
);

/** The 98 rows, in their order. */
export const featureRows: readonly FeatureRow[] = [
  feature(1, 'Batch account', proofs.accountQuota),
  feature(
    2,
    'creation of an account',
    modelled(
      'scenario/load-scenario',
      'takes every setting that the simulator models',
      'key `account`',
    ),
  ),
  feature(3, 'compute node (task virtual machine, TVM)', proofs.firstBoot),
  feature(4, 'identity of a node, lost on removal', proofs.namedNodes),
  feature(5, 'pool, many for each account', proofs.accountQuota),
  feature(
    6,
    'size of the nodes',
    modelled('pricing/cost-of', 'is hours times price, by pool and kind'),
  ),
  feature(
    7,
    'family and version of the operating system',
    modelled(
      'simulator/os-upgrade',
      'reaches a pool without a policy, or with mode manual, at once and by force',
    ),
  ),
  feature(
    8,
    'change of the version interrupts tasks',
    modelled('simulator/os-upgrade', 'interrupts and requeues tasks without deferral'),
  ),
  feature(9, 'target number of nodes', proofs.resize),
  feature(10, 'autoscale formula', proofs.autoscaleInterval),
  feature(11, 'evaluation interval', proofs.autoscaleInterval),
  feature(
    12,
    'metrics and their samples',
    modelled('simulator/pool', 'sees samples only once they are old enough'),
  ),
  feature(
    13,
    'communication between nodes',
    modelled(
      'simulator/task/multi-instance',
      'needs enableInterNodeCommunication and one task slot a node, else the task stays active for ever',
    ),
  ),
  feature(
    14,
    'placement over clusters and zones',
    accepted(
      'pools[0].virtualMachineConfiguration.nodePlacementConfiguration',
      'the zone of a node changes no time and no price of the model',
    ),
  ),
  feature(15, 'certificates', proofs.setup),
  feature(
    16,
    'storage account of the pool',
    accepted(
      'account.autoStorage',
      'download times follow from bytes and rates, wherever the bytes are',
    ),
  ),
  feature(
    17,
    'start task',
    modelled(
      'simulator/node-operations',
      'go through their state, starting and the start task, under the same id',
    ),
  ),
  feature(
    18,
    'waiting for the start task',
    modelled(
      'simulator/pool',
      'lets tasks wait for the start task, unless waitForSuccess is false',
    ),
  ),
  feature(19, 'failure of the start task', proofs.startTaskRetries),
  feature(20, 'retries of the start task', proofs.startTaskRetries),
  feature(21, 'tasks at once on a node', proofs.slots),
  feature(
    22,
    'fill policy',
    modelled('simulator/scheduling', 'spreads over nodes or packs them, as nodeFillType says'),
  ),
  feature(23, 'automatic pool', proofs.autoPool),
  feature(24, 'pool for each job or work item', proofs.autoPoolOfSchedule),
  feature(25, 'monitoring of the health of nodes', proofs.nodeFault),
  feature(
    26,
    'access to a node by RDP',
    outOfModel('people on a node leave no trace in the model'),
  ),
  feature(27, 'removal of a bad node', proofs.namedNodes),
  feature(
    28,
    'deallocation policy',
    modelled('simulator/pool', 'taskcompletion lets the task end, then the node leaves'),
  ),
  feature(
    29,
    'target 0 while tasks finish',
    modelled('simulator/pool', 'keeps the resize open while tasks drain'),
  ),
  feature(30, 'patterns of the life of pools', proofs.autoPool),
  feature(
    31,
    'a node takes tasks as soon as it is ready',
    modelled(
      'simulator/founding-documents',
      'a node takes a task as soon as it is ready, whatever the others do',
    ),
  ),
  feature(32, 'work item', proofs.autoPoolOfSchedule),
  feature(33, 'job as a run of a work item', proofs.schedule),
  feature(
    34,
    'work item without a schedule',
    modelled(
      'scenario/legacy/legacy-vocabulary',
      'has the same event log as its twin in words of today, byte for byte',
    ),
  ),
  feature(35, 'schedule and recurrence', proofs.schedule),
  feature(
    36,
    'job manager of scheduled jobs',
    modelled(
      'simulator/job/manager',
      'is created and queued with the job, as a task of type JobManager',
    ),
  ),
  feature(
    37,
    'job manager task',
    modelled(
      'simulator/job/manager',
      'is created and queued with the job, as a task of type JobManager',
    ),
  ),
  feature(
    38,
    'node of the job manager leaves last',
    modelled('simulator/job/manager', 'leaves last when the pool shrinks, in order %s'),
  ),
  feature(
    39,
    'restart of the job manager',
    modelled(
      'simulator/job/manager',
      'has the highest priority: a running task of the pool is stopped and requeued for it',
    ),
  ),
  feature(
    40,
    'end of the job with its job manager',
    modelled(
      'simulator/job/manager',
      'ends its job with its completion, and the running tasks with it',
    ),
  ),
  feature(
    41,
    'job manager alone on its node',
    modelled('simulator/job/manager', 'keeps other tasks from its node while it runs'),
  ),
  feature(
    42,
    'job manager without priority over other jobs',
    modelled(
      'simulator/job/manager',
      'has no priority over tasks of other jobs: across jobs only their priority counts',
    ),
  ),
  feature(43, 'merge task', proofs.dependencyRange),
  feature(44, 'reduce step', proofs.dependencies),
  feature(
    45,
    'Batch Apps',
    modelled(
      'scenario/split',
      'has so many tasks once it is split, and a merge task that starts after the last of them',
    ),
  ),
  feature(46, 'priority of jobs', proofs.priority),
  feature(
    47,
    'equal priority, equal chance',
    modelled(
      'simulator/scheduling',
      'of equal priority have the same chance each time a slot is free',
    ),
  ),
  feature(48, 'higher priority goes ahead of the queue', proofs.priority),
  feature(49, 'longest time of a job', proofs.jobWallClock),
  feature(50, 'retries of a task', proofs.retries),
  feature(51, 'longest time of a task', proofs.wallClock),
  feature(
    52,
    'retention of files',
    modelled(
      'simulator/pool',
      'retaineddata keeps the node until the data of its task have expired',
    ),
  ),
  feature(53, 'resource files', proofs.files),
  feature(
    54,
    'kinds of programs',
    outOfModel('a task is a run time and an exit code, whatever its command is'),
  ),
  feature(
    55,
    'queue of tasks',
    modelled('simulator/scheduling', 'runs tasks in order of submission'),
  ),
  feature(
    56,
    'directories of a node',
    modelled(surroundings, 'a node shows its directories and the files of its tasks'),
  ),
  feature(
    57,
    'standard output and the files interface',
    outOfModel('a simulated task writes nothing that could be read'),
  ),
  feature(
    58,
    'environment settings',
    modelled(surroundings, 'has what the job sets, and what the task sets before that'),
  ),
  feature(
    59,
    'system variables cannot be overwritten',
    modelled(surroundings, 'keeps the variables of the service, whoever sets them'),
  ),
  feature(60, 'WATASK_ACCOUNT_NAME', legacyVariables),
  feature(61, 'WATASK_WORKITEM_NAME', legacyVariables),
  feature(62, 'WATASK_JOB_NAME', legacyVariables),
  feature(63, 'WATASK_TASK_NAME', legacyVariables),
  feature(64, 'WATASK_POOL_NAME', legacyVariables),
  feature(65, 'WATASK_TVM_NAME', legacyVariables),
  feature(66, 'WATASK_TVM_ROOT_DIR', legacyVariables),
  feature(67, 'WATASK_PORTRANGE_LOW, WATASK_PORTRANGE_HIGH', legacyVariables),
  feature(68, 'path of a task', linuxDirectories),
  feature(69, 'failure before the command', proofs.preprocessing),
  feature(70, 'failure of the command', proofs.commandFailure),
  feature(71, 'failure by a constraint', proofs.wallClock),
  feature(72, 'interruption by reboot or resize', proofs.requeue),
  feature(
    73,
    'the workflow from upload to monitoring',
    modelled('scenario/load-scenario', 'are simulated to the end'),
  ),
  feature(74, 'MPI, not in the preview', proofs.multiInstance),
  feature(75, 'MPI', proofs.multiInstance),
  feature(76, 'parallel tasks on a node', proofs.slots),
  feature(77, 'job preparation and release tasks', proofs.releaseTask),
  feature(78, 'application packages', proofs.packages),
  feature(79, 'download before and upload after the command', proofs.files),
  feature(80, 'list queries', outOfModel(client)),
  feature(81, 'client libraries and REST', outOfModel(client)),
  feature(82, 'PowerShell, command line, management library', outOfModel(client)),
  feature(83, 'Batch Explorer, portal, Storage Explorer', outOfModel(client)),
  feature(
    84,
    'storage account and free account',
    outOfModel('contracts and storage are billed beside Batch'),
  ),
  feature(85, 'Data Factory, comparison with HPC solutions', outOfModel('other products')),
  feature(86, 'input at the run, output after it', proofs.files),
  feature(
    87,
    'kinds of pools',
    modelled(surroundings, 'has the directories of Windows for a pool with%s'),
  ),
  feature(88, 'one task for each node by default', proofs.restDefaults),
  feature(89, 'folders on Linux', linuxDirectories),
  feature(
    90,
    'longest life of a job, now of a task',
    modelled(
      'simulator/scheduling',
      'terminates a task that is stopped before its end again and again after 180 days',
    ),
  ),
  feature(
    91,
    'control over scheduling',
    modelled('simulator/scheduling', 'go in order of creation when jobDefaultOrder says so'),
  ),
  feature(
    92,
    'virtual networks',
    accepted(
      'pools[0].networkConfiguration',
      'which network a node is in changes no time and no price of the model',
    ),
  ),
  feature(
    93,
    'one big request that adds tasks',
    modelled(
      'simulator/task/add-tasks',
      'is refused for more than 100 tasks, and for a job that is not there or has ended',
    ),
  ),
  feature(94, 'containers', proofs.packages),
  feature(
    95,
    'kinds of workloads',
    modelled(
      'workload/generate/generated-source',
      'a Poisson process has exponential distances: their mean and standard deviation agree',
    ),
  ),
  feature(
    96,
    'optimised location of jobs and data',
    outOfModel('cannot be observed, and no rule of it is documented'),
  ),
  feature(
    97,
    'no priority across pools',
    modelled(
      'simulator/founding-documents',
      'a job of the highest priority takes no node from another pool',
    ),
  ),
  feature(
    98,
    'scaling on demand or ahead of it',
    modelled(
      'simulator/founding-documents',
      'a formula may scale ahead of a load that comes at a known hour',
    ),
  ),
];
