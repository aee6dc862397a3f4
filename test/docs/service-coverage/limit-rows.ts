import { modelled, outOfModel, type Coverage, type CoverageRow } from './coverage.js';

const limit = (name: string, section: string, coverage: Coverage): CoverageRow => ({
  group: 'limit',
  name,
  section,
  coverage,
});

const errors = 'scenario/scenario-errors';
const accountLimits = modelled(
  errors,
  'may have as many pools and jobs as the quotas of its account (service.md section 7)',
);
const atTheLimit = modelled('scenario/service-limits', '%s may reach their limit and not pass it');
const dependencyList = modelled('scenario/task-settings', '%s%s are checked');
const interval = modelled(
  'simulator/pool-operations',
  'is refused twice within 30 seconds, while a resize is open, and for a wrong interval',
);
const clients = 'belongs to requests that read, which a simulation does not make';

/** Every limit of the service (service.md sections 1 to 7). */
export const limitRows: readonly CoverageRow[] = [
  limit(
    'Batch accounts for each region and subscription',
    '7',
    outOfModel('a scenario has one account'),
  ),
  limit(
    'dedicated cores of the account, by family and in total',
    '7',
    modelled('simulator/pool', 'limit dedicated cores of a family as well as their total'),
  ),
  limit(
    'spot cores of the account',
    '7',
    modelled('simulator/pool', 'allocate up to the quota of each kind and report it'),
  ),
  limit('active jobs and job schedules of the account', '7', accountLimits),
  limit('pools of the account', '7', accountLimits),
  limit('private endpoint connections', '7', outOfModel('networks are not part of the model')),
  limit(
    'nodes of a pool with communication between nodes: 100',
    '7',
    modelled(
      'simulator/pool',
      'come on top of the hard limit of 100 nodes with inter-node communication (section 7)',
    ),
  ),
  limit(
    'the same in a user subscription: 80',
    '7',
    modelled(
      'simulator/pool',
      'come on top of the limit of 80 such nodes in a user subscription (section 7)',
    ),
  ),
  limit(
    'nodes of a pool from a managed image: 2000 dedicated, 1000 spot',
    '7',
    modelled(
      'simulator/pool',
      'come on top of the limits of pools from a managed image (section 7)',
    ),
  ),
  limit('task slots of a node: at most 256', '7', atTheLimit),
  limit(
    'applications of an account, packages of an application',
    '7',
    outOfModel('where packages are kept is not part of the model'),
  ),
  limit('packages of a pool: 10', '7', atTheLimit),
  limit('certificates of a pool: 12', '7', atTheLimit),
  limit('mounts of a node: 10', '7', atTheLimit),
  limit(
    'life of a task: 180 days',
    '4.2',
    modelled('simulator/task/attempts', 'a queued task is terminated'),
  ),
  limit(
    'tasks of a job: none',
    '7',
    modelled('simulator/burst-autoscale', 'gives the reference digits for $tasks tasks'),
  ),
  limit(
    'tasks of a request that adds them: 100',
    '4.8',
    modelled(
      'simulator/task/add-tasks',
      'is refused for more than 100 tasks, and for a job that is not there or has ended',
    ),
  ),
  limit(
    'nodes of a removenodes request: 100',
    '1.3',
    modelled(
      'simulator/pool-operations',
      'is refused for an unknown id, no id and more than 100 ids',
    ),
  ),
  limit('page of a list: 1000', '7', outOfModel(clients)),
  limit(
    'resizeTimeout: 5 minutes at least',
    '1.3',
    modelled('simulator/pool-operations', 'needs a target, and a timeout of at least five minutes'),
  ),
  limit('autoScaleEvaluationInterval: 5 minutes to 168 hours', '1.4', interval),
  limit('enableautoscale: once in 30 seconds', '1.4', interval),
  limit(
    'task slots of a node: at most 4 a core',
    '7',
    modelled('scenario/node-setup', '%s beyond the limit of the service are an error'),
  ),
  limit(
    'formula: 8192 characters',
    '1.4',
    modelled('parser/parse', 'takes 8192 characters and no more'),
  ),
  limit('formula: 100 statements', '1.4', atTheLimit),
  limit(
    'release task: 15 minutes',
    '3.5',
    modelled('scenario/special-tasks', 'lets a release task run for 15 minutes at most'),
  ),
  limit(
    'startWindow and recurrenceInterval: 1 minute at least',
    '3.6',
    modelled('scenario/job-schedules', 'startWindow and recurrenceInterval are at least PT1M'),
  ),
  limit('priority: -1000 to 1000', '3.2', atTheLimit),
  limit(
    'displayName: 1024 characters',
    '1.1',
    modelled(errors, 'a display name beyond 1024 characters'),
  ),
  limit('ids: 64 characters', '1.1', atTheLimit),
  limit(
    'autoPoolIdPrefix: 20 characters',
    '1.5',
    modelled('scenario/auto-pools', 'with %s is an error'),
  ),
  limit('taskIds of dependsOn: 64,000 characters', '4.6', dependencyList),
  limit('resources of a virtual network', '7', outOfModel('networks are not part of the model')),
];
