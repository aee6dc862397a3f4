import type { JobScheduleInput, Operation } from '../../../src/simulator/index.js';
import { pool, seconds, taskSource } from '../../support/simulation-input.js';
import type { Situation, StateMachine } from './play-event.js';
import { specialTasks } from './special-tasks.js';

const jobScheduleId = 'nightly';
const two = pool({ targetDedicatedNodes: 2 });

/** A schedule whose last states last: its jobs have release tasks. */
const nightly = (doNotRunAfter: number): JobScheduleInput => ({
  id: jobScheduleId,
  schedule: {
    doNotRunUntil: 0,
    recurrenceInterval: seconds(1000),
    doNotRunAfter: seconds(doNotRunAfter),
  },
  jobSpecification: {
    pool: 0,
    maxTaskRetryCount: 0,
    ...specialTasks,
  },
  tasksOf: () => taskSource([{ runs: 500 }]),
});

const ask = (kind: 'terminateJobSchedule' | 'deleteJobSchedule' | 'disableJobSchedule') =>
  ({ kind, jobScheduleId }) as const;

const shared = { pool: two, at: 200, jobSchedules: [nightly(5000)] } as const;

const situations: readonly Situation[] = [
  { state: 'active', detail: 'with an active job', ...shared },
  { state: 'disabled', ...shared, operations: [[150, ask('disableJobSchedule')]] },
  { state: 'terminating', ...shared, operations: [[150, ask('terminateJobSchedule')]] },
  {
    state: 'completed',
    ...shared,
    at: 400,
    operations: [[150, ask('terminateJobSchedule')]],
  },
  { state: 'deleting', ...shared, operations: [[150, ask('deleteJobSchedule')]] },
  { state: 'deleted', ...shared, at: 400, operations: [[150, ask('deleteJobSchedule')]] },
];

const operations: readonly (readonly [string, Operation])[] = [
  ['addJobSchedule of the same id', { kind: 'addJobSchedule', jobSchedule: nightly(5000) }],
  ['disableJobSchedule', ask('disableJobSchedule')],
  ['enableJobSchedule', { kind: 'enableJobSchedule', jobScheduleId }],
  ['terminateJobSchedule', ask('terminateJobSchedule')],
  ['deleteJobSchedule', ask('deleteJobSchedule')],
  [
    'updateJobSchedule of its interval',
    {
      kind: 'updateJobSchedule',
      jobScheduleId,
      schedule: { recurrenceInterval: seconds(2000), doNotRunAfter: seconds(5000) },
    },
  ],
  ['terminateJob of its job', { kind: 'terminateJob', jobId: `${jobScheduleId}:job-1` }],
  ['deletePool of its pool', { kind: 'deletePool', poolId: 'pool' }],
];

export const jobScheduleMachine: StateMachine = {
  title: 'Job schedule',
  situations,
  events: operations.map(([name, operation]) => ({ name, kind: 'operation', operation })),
  stateAfter: ({ event, body }) =>
    event === 'JobScheduleStateChange' ? (body['to'] as string) : undefined,
};
