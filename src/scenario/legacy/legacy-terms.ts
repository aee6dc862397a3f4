/** An object of a scenario that the vocabulary of 2014 and 2015 names differently, by what it is. */
export type LegacyPlace =
  | 'scenario'
  | 'pool'
  | 'work item'
  | 'job'
  | 'special task'
  | 'pool of a job'
  | 'auto pool'
  | 'schedule'
  | 'task'
  | 'resource file'
  | 'operation';

/** A name of 2014 or 2015 and what it is called today. */
export interface LegacyTerm {
  /** The object that has the key. */
  readonly place: LegacyPlace;
  /** As it was written then; case does not matter, because the .NET library and REST differed in it. */
  readonly name: string;
  /** The keys that lead to the value today, from the same object. */
  readonly modern: readonly [string, ...string[]];
  /** Values that are called differently too, by the old one in lower case. */
  readonly values?: Readonly<Record<string, string>>;
  /** Row of the features that the founding documents name (service.md section 12). */
  readonly row: number;
}

const fillTypes = { pack: 'pack', spread: 'spread', fill: 'pack' };

/** Old and new form of TVMDeallocationOption, beside the two choices that the founding documents describe in words. */
const deallocationOptions = {
  requeue: 'requeue',
  terminate: 'terminate',
  taskcompletion: 'taskcompletion',
  retaineddata: 'retaineddata',
  stopnow: 'requeue',
  letfinish: 'taskcompletion',
};

const lifetimes = {
  job: 'job',
  workitem: 'jobschedule',
  'poollifetimeoption.job': 'job',
  'poollifetimeoption.workitem': 'jobschedule',
};

const elevations = { true: 'admin', false: 'nonadmin' };

const operations = {
  removetvms: 'removeNodes',
  reboottvm: 'rebootNode',
  reimagetvm: 'reimageNode',
};

const term = (
  place: LegacyPlace,
  row: number,
  name: string,
  modern: string,
  values?: Readonly<Record<string, string>>,
): LegacyTerm => ({
  place,
  name,
  modern: modern.split('.') as [string, ...string[]],
  ...(values === undefined ? {} : { values }),
  row,
});

/**
 * The vocabulary of the service of 2014 and 2015 (service.md section 12): those of its preview interface, and of the .NET
 * library of April 2015. A work item with a schedule is a job schedule today, and one without is a job.
 */
export const legacyTerms: readonly LegacyTerm[] = [
  term('scenario', 32, 'workItems', 'jobs'),
  term('pool', 5, 'name', 'id'),
  term('pool', 6, 'tvmSize', 'vmSize'),
  term('pool', 9, 'targetDedicated', 'targetDedicatedNodes'),
  term('pool', 10, 'scalingFormula', 'autoScaleFormula'),
  term('pool', 11, 'scalingInterval', 'autoScaleEvaluationInterval'),
  term('pool', 21, 'maxTasksPerTVM', 'taskSlotsPerNode'),
  term('pool', 21, 'maxTasksPerVM', 'taskSlotsPerNode'),
  term('pool', 21, 'maxTasksPerNode', 'taskSlotsPerNode'),
  term('pool', 22, 'fillPolicy', 'taskSchedulingPolicy.nodeFillType', fillTypes),
  term('pool', 22, 'schedulingPolicy.vmFillType', 'taskSchedulingPolicy.nodeFillType', fillTypes),
  term('pool', 13, 'communication', 'enableInterNodeCommunication'),
  term('pool', 7, 'osFamily', 'cloudServiceConfiguration.osFamily'),
  term('pool', 7, 'targetOSVersion', 'cloudServiceConfiguration.osVersion'),
  term('work item', 32, 'name', 'id'),
  term('work item', 24, 'jobExecutionEnvironment', 'poolInfo'),
  term('work item', 24, 'poolName', 'poolInfo.poolId'),
  term('job', 33, 'name', 'id'),
  term('job', 24, 'poolName', 'poolInfo.poolId'),
  term('job', 24, 'jobExecutionEnvironment', 'poolInfo'),
  term('job', 49, 'jobConstraints', 'constraints'),
  term('job', 37, 'jobManager', 'jobManagerTask'),
  term('special task', 37, 'name', 'id'),
  term('special task', 37, 'taskConstraints', 'constraints'),
  term('special task', 41, 'runElevated', 'userIdentity.autoUser.elevationLevel', elevations),
  term('task', 41, 'runElevated', 'userIdentity.autoUser.elevationLevel', elevations),
  term('resource file', 53, 'blobSource', 'httpUrl'),
  term('pool of a job', 24, 'poolName', 'poolId'),
  term('auto pool', 23, 'autoPoolNamePrefix', 'autoPoolIdPrefix'),
  term('auto pool', 24, 'poolLifeTimeOption', 'poolLifetimeOption', lifetimes),
  term('auto pool', 23, 'keepAlive', 'keepAlive'),
  term('auto pool', 23, 'poolSpecification', 'pool'),
  term('schedule', 35, 'doNotRunUntil', 'doNotRunUntil'),
  term('schedule', 35, 'doNotRunAfter', 'doNotRunAfter'),
  term('schedule', 35, 'startWindow', 'startWindow'),
  term('schedule', 35, 'recurrenceInterval', 'recurrenceInterval'),
  term('task', 33, 'name', 'id'),
  term('task', 51, 'taskConstraints', 'constraints'),
  term('operation', 27, 'operation', 'operation', operations),
  term('operation', 5, 'poolName', 'poolId'),
  term('operation', 9, 'targetDedicated', 'targetDedicatedNodes'),
  term('operation', 28, 'tvmDeallocationOption', 'nodeDeallocationOption', deallocationOptions),
  term('operation', 28, 'deallocationPolicy', 'nodeDeallocationOption', deallocationOptions),
  term('operation', 4, 'tvms', 'nodes'),
  term('operation', 32, 'workItemName', 'jobId'),
  term('operation', 33, 'jobName', 'jobId'),
  term('operation', 33, 'taskName', 'taskId'),
];

/** The objects inside an object, by today's key; a list of them counts as each of them. */
export const legacyNesting: Readonly<Record<LegacyPlace, Readonly<Record<string, LegacyPlace>>>> = {
  scenario: { pools: 'pool', jobs: 'job', jobSchedules: 'work item', operations: 'operation' },
  pool: { startTask: 'special task' },
  'work item': {
    poolInfo: 'pool of a job',
    jobSpecification: 'job',
    schedule: 'schedule',
    tasks: 'task',
  },
  job: {
    poolInfo: 'pool of a job',
    jobManagerTask: 'special task',
    jobPreparationTask: 'special task',
    jobReleaseTask: 'special task',
    tasks: 'task',
  },
  'special task': { resourceFiles: 'resource file' },
  'pool of a job': { autoPoolSpecification: 'auto pool' },
  'auto pool': { pool: 'pool' },
  schedule: {},
  task: { resourceFiles: 'resource file' },
  'resource file': {},
  operation: {},
};
