import type { Operation } from '../../../src/simulator/index.js';
import { pool, seconds, taskSource } from '../../support/simulation-input.js';
import type { Situation, StateEvent, StateMachine } from './play-event.js';
import { specialTasks } from './special-tasks.js';

const jobId = 'job';
const two = pool({ targetDedicatedNodes: 2 });
/** One task that runs all the time, and one that has no node yet but for the settings of an event. */
const tasks = [{ runs: 500 }] as const;
const disable = (disableTasks: 'requeue' | 'terminate' | 'wait'): Operation => ({
  kind: 'disableJob',
  jobId,
  disableTasks,
});
const terminate: Operation = { kind: 'terminateJob', jobId };
const remove: Operation = { kind: 'deleteJob', jobId };

const situations: readonly Situation[] = [
  { state: 'active', pool: two, at: 100, tasks },
  { state: 'disabling', pool: two, at: 100, tasks, operations: [[50, disable('wait')]] },
  { state: 'disabled', pool: two, at: 100, tasks, operations: [[50, disable('requeue')]] },
  {
    state: 'terminating',
    pool: two,
    at: 100,
    tasks,
    job: specialTasks,
    operations: [[50, terminate]],
  },
  { state: 'deleting', pool: two, at: 100, tasks, job: specialTasks, operations: [[50, remove]] },
  { state: 'completed', pool: two, at: 100, tasks, operations: [[50, terminate]] },
  { state: 'deleted', pool: two, at: 100, tasks, operations: [[50, remove]] },
];

const operations: readonly (readonly [string, Operation])[] = [
  ...(['requeue', 'terminate', 'wait'] as const).map(
    (option) => [`disableJob, ${option}`, disable(option)] as const,
  ),
  [
    'addJob of the same id',
    {
      kind: 'addJob',
      job: { id: jobId, pool: 0, maxTaskRetryCount: 0 },
      tasks: taskSource([]),
    },
  ],
  ['enableJob', { kind: 'enableJob', jobId }],
  ['terminateJob', terminate],
  ['deleteJob', remove],
  ['updateJob of its priority', { kind: 'updateJob', jobId, priority: 5 }],
  ['updateJob of its pool', { kind: 'updateJob', jobId, poolInfo: { poolId: 'pool' } }],
  ['terminateTask of its last task', { kind: 'terminateTask', jobId, taskId: 'task-0' }],
  ['deletePool of its pool', { kind: 'deletePool', poolId: 'pool' }],
];

function taskFails(jobAction: 'disable' | 'terminate'): StateEvent {
  return {
    name: `a task fails with jobAction ${jobAction}`,
    kind: 'settings',
    change: (at) => ({
      job: { onTaskFailure: 'performexitoptionsjobaction' },
      tasks: [
        // Its node is idle after 40 s.
        { runs: at - 40, exitCode: 1, settings: { exitConditions: { default: { jobAction } } } },
      ],
    }),
  };
}

export const jobMachine: StateMachine = {
  title: 'Job',
  situations,
  events: [
    ...operations.map(([name, operation]) => ({ name, kind: 'operation' as const, operation })),
    taskFails('disable'),
    taskFails('terminate'),
    {
      name: 'maxWallClockTime is over',
      kind: 'settings',
      change: (at) => ({ job: { maxWallClockTime: seconds(at) } }),
    },
    {
      name: 'the last task ends, with onAllTasksComplete terminatejob',
      kind: 'operation',
      operation: { kind: 'terminateTask', jobId, taskId: 'task-0' },
      job: { onAllTasksComplete: 'terminatejob' },
    },
  ],
  stateAfter: ({ event, body }) =>
    event === 'JobStateChange' ? (body['to'] as string) : undefined,
};
