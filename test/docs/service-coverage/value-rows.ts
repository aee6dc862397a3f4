import { accepted, modelled, outOfModel, type Coverage, type CoverageRow } from './coverage.js';
import { proofs } from './proofs.js';

function values(
  group: string,
  section: string,
  coverages: Readonly<Record<string, Coverage>>,
): CoverageRow[] {
  return Object.entries(coverages).map(([name, coverage]) => ({ group, name, section, coverage }));
}

const nodeOperations = 'simulator/node-operations';
const poolTests = 'simulator/pool';
const poolOperations = 'simulator/pool-operations';
const upgrades = 'simulator/os-upgrade';
const deletedPool = modelled(
  poolOperations,
  'stops a resize, requeues the tasks, empties the pool and then knows it no more',
);
const reboots = modelled(
  nodeOperations,
  'go through their state, starting and the start task, under the same id',
);
const stopAndStart = modelled(nodeOperations, 'stop the bill in between');
const scheduling = modelled(
  nodeOperations,
  'a disabled node goes offline once its task has ended, and takes tasks again when enabled',
);
const uploads = modelled(
  'simulator/task/files',
  'uploads the files whose condition its exit code meets',
);
const jobTests = 'simulator/job/states';
const exitConditions = 'simulator/job/exit-conditions';
const scheduleTests = 'simulator/job-schedule/schedules';
const communication = accepted(
  'pools[0].targetNodeCommunicationMode',
  'how a node talks to the service changes no time of the model',
);
const placement = accepted(
  'pools[0].virtualMachineConfiguration.nodePlacementConfiguration',
  'the zone of a node changes no time and no price of the model',
);

/** Every value of the enumerations of the service (service.md sections 1 to 4). */
export const valueRows: readonly CoverageRow[] = [
  ...values('state of a pool', '1.2', { active: proofs.firstBoot, deleting: deletedPool }),
  ...values('allocationState', '1.2', {
    steady: proofs.resize,
    resizing: modelled(poolTests, 'keeps the resize open while tasks drain'),
    stopping: modelled(
      poolOperations,
      'a stop that takes time leaves the pool stopping, and refuses a resize meanwhile',
    ),
  }),
  ...values('poolAllocationMode', '1.1', {
    BatchService: proofs.accountQuota,
    UserSubscription: modelled(
      'simulator/pool',
      'limit dedicated cores of a family as well as their total',
      'give the quotas of the subscription as those of the account',
    ),
  }),
  ...values('nodeFillType', '1.1', {
    spread: modelled(
      'simulator/scheduling',
      'spreads over nodes or packs them, as nodeFillType says',
    ),
    pack: modelled(
      'simulator/scheduling',
      'spreads over nodes or packs them, as nodeFillType says',
    ),
  }),
  ...values('jobDefaultOrder', '1.1', {
    none: modelled(
      'simulator/scheduling',
      'of equal priority have the same chance each time a slot is free',
    ),
    creationtime: modelled(
      'simulator/scheduling',
      'go in order of creation when jobDefaultOrder says so',
    ),
  }),
  ...values('policy of nodePlacementConfiguration', '1.1', {
    regional: placement,
    zonal: placement,
  }),
  ...values('targetNodeCommunicationMode', '1.1', {
    default: communication,
    classic: communication,
    simplified: communication,
  }),
  ...values('nodeDeallocationOption', '1.3', {
    requeue: proofs.requeue,
    terminate: modelled(poolTests, 'terminate completes the task as failed for good'),
    taskcompletion: modelled(poolTests, 'taskcompletion lets the task end, then the node leaves'),
    retaineddata: modelled(
      poolTests,
      'retaineddata keeps the node until the data of its task have expired',
    ),
  }),
  ...values('poolLifetimeOption', '1.5', {
    job: proofs.autoPool,
    jobschedule: proofs.autoPoolOfSchedule,
  }),
  ...values('mode of upgradePolicy', '1.7', {
    automatic: modelled(
      upgrades,
      'are of 20 percent where an automatic upgrade does not use the policy of the pool',
    ),
    manual: modelled(
      upgrades,
      'reaches a pool without a policy, or with mode manual, at once and by force',
    ),
    rolling: modelled(
      upgrades,
      'are of one node at least, and the mode rolling uses the policy anyway',
    ),
  }),
  ...values('state of a node', '2.1', {
    creating: proofs.firstBoot,
    starting: proofs.firstBoot,
    waitingforstarttask: reboots,
    starttaskfailed: proofs.startTaskRetries,
    idle: reboots,
    running: proofs.slots,
    rebooting: reboots,
    reimaging: reboots,
    unusable: proofs.nodeFault,
    unknown: modelled('simulator/faults', 'or unknown, until contact is back'),
    leavingpool: modelled(poolTests, 'gives a draining node no new task'),
    offline: scheduling,
    preempted: modelled(
      poolTests,
      'leaves the node in the pool, counted and not billed, until it returns',
    ),
    upgradingos: modelled(upgrades, 'takes a node through upgradingos and starting'),
    deallocating: stopAndStart,
    deallocated: stopAndStart,
  }),
  ...values('schedulingState', '2.2', { enabled: scheduling, disabled: scheduling }),
  ...values('state of a job', '3.1', {
    active: proofs.priority,
    disabling: proofs.jobDisable,
    disabled: proofs.jobDisable,
    enabling: proofs.jobEnable,
    terminating: proofs.jobTerminate,
    completed: proofs.jobTerminate,
    deleting: proofs.jobDelete,
  }),
  ...values('disableTasks', '3.1', {
    requeue: proofs.jobEnable,
    terminate: modelled(jobTests, 'terminate ends running tasks for good'),
    wait: proofs.jobDisable,
  }),
  ...values('onAllTasksComplete', '3.2', {
    noaction: modelled(
      jobTests,
      'takes effect at once when it is set during the run, and cannot be taken back',
    ),
    terminatejob: proofs.allTasksComplete,
  }),
  ...values('onTaskFailure', '3.2', {
    noaction: modelled(
      exitConditions,
      'counts only where onTaskFailure is performexitoptionsjobaction',
    ),
    performexitoptionsjobaction: proofs.jobAction,
  }),
  ...values('terminateReason', '3.2', {
    JMComplete: modelled(
      'simulator/job/manager',
      'ends its job with its completion, and the running tasks with it',
    ),
    MaxWallClockTimeExpiry: proofs.jobWallClock,
    TerminateJobSchedule: proofs.scheduleTermination,
    AllTasksComplete: proofs.allTasksComplete,
    TaskFailed: proofs.jobAction,
    UserTerminate: proofs.jobTerminate,
  }),
  ...values('state of a job schedule', '3.6', {
    active: proofs.schedule,
    completed: modelled(
      scheduleTests,
      'doNotRunAfter: completed once past it and without an active job',
    ),
    disabled: modelled(
      scheduleTests,
      'disable: no new jobs, the active one goes on; enable makes up for the latest recurrence',
    ),
    terminating: proofs.scheduleTermination,
    deleting: modelled(scheduleTests, 'delete: its jobs and their tasks are gone too'),
  }),
  ...values('state of a task', '4.1', {
    active: modelled('simulator/scheduling', 'runs tasks in order of submission'),
    preparing: modelled(
      'simulator/job/preparation',
      'the triggering task is preparing meanwhile, holds its slots and counts as running',
    ),
    running: proofs.slots,
    completed: modelled(
      'simulator/task/operations',
      'is refused for a task that is completed, or not there',
    ),
  }),
  ...values('result of a task', '4.4', {
    success: modelled('simulator/scheduling', 'never retry a success'),
    failure: proofs.commandFailure,
  }),
  ...values('category of failureInfo', '4.4', {
    usererror: proofs.commandFailure,
    servererror: proofs.wallClock,
  }),
  ...values('jobAction', '4.5', {
    none: modelled(exitConditions, 'none lets the job go on'),
    disable: modelled(exitConditions, 'disable requeues tasks of the job that run elsewhere'),
    terminate: proofs.jobAction,
  }),
  ...values('dependencyAction', '4.5', {
    satisfy: modelled(exitConditions, 'satisfy lets the children of a failed task run'),
    block: modelled(
      'simulator/task/dependencies',
      'is blocked for good by a parent that fails, and is named',
    ),
  }),
  ...values('uploadCondition', '4.8', {
    tasksuccess: uploads,
    taskfailure: uploads,
    taskcompletion: uploads,
  }),
  ...values('status of an added task', '4.8', {
    success: modelled(
      'simulator/task/add-tasks',
      'answers clienterror for a task that the job has, and adds the others',
    ),
    clienterror: modelled(
      'simulator/task/add-tasks',
      'answers clienterror for a task that the job has, and adds the others',
    ),
    servererror: outOfModel('how often the service fails to add a task is not on record'),
  }),
];
