import { describe, expect, it } from 'vitest';

import {
  simulate,
  type JobInput,
  type Operation,
  type PoolInput,
  type SimulationInput,
} from '../../src/simulator/index.js';
import { littlesLawError } from '../support/littles-law.js';
import { startsOf } from '../support/log-extracts.js';
import {
  answersOf,
  requestsOf,
  runRecomputed,
  type LoggedRun,
  type Requests,
} from '../support/logged-run.js';
import {
  input,
  pool,
  scaledPool,
  seconds,
  taskSource,
  type TestTask,
} from '../support/simulation-input.js';

/** A run of 1000 s. Every figure of its record must follow from its log, and Little's law must hold. */
function run(
  operations: Requests,
  tasks: readonly TestTask[] = [],
  settings: Partial<Omit<SimulationInput, 'parameters'>> = {},
): LoggedRun {
  const logged = runRecomputed(
    input({
      pools: [pool({ targetDedicatedNodes: 1 })],
      until: { kind: 'time', at: seconds(1000) },
      ...settings,
      tasks,
      operations: requestsOf(operations),
    }),
  );
  expect(littlesLawError(logged.record, logged.log)).toBeUndefined();
  return logged;
}

const add = (settings: Partial<PoolInput> = {}): Operation => ({
  kind: 'addPool',
  pool: pool({ id: 'later', targetDedicatedNodes: 1, ...settings }),
});

const addJob = (tasks: readonly TestTask[], job: Partial<JobInput> = {}): Operation => ({
  kind: 'addJob',
  job: { id: 'late', pool: -1, poolId: 'later', maxTaskRetryCount: 0, ...job },
  tasks: taskSource(tasks),
});

const remove = (poolId: string): Operation => ({ kind: 'deletePool', poolId });

describe('addPool (service.md sections 1.1 and 10)', () => {
  it('creates a pool, which gets its nodes and takes tasks from then on', () => {
    const { record, log } = run([
      [100, add()],
      [150, addJob([{ runs: 10 }])],
    ]);
    expect(answersOf(record)).toEqual(['201 accepted', '201 accepted']);
    expect(record.operations[0]).toMatchObject({ kind: 'addPool', poolId: 'later' });
    expect(startsOf(log)).toEqual(['late/task-0@150']);
    expect(record.pools.map(({ id }) => id)).toEqual(['pool', 'later']);
    expect(record.pools[1]!.nodes.dedicated).toMatchObject({ allocated: 1, billedSeconds: 900 });
  });

  it('a formula of it is evaluated at once and then at its interval', () => {
    const scaled = scaledPool((_, evaluation) => ({ dedicated: evaluation }), { id: 'later' });
    const { record } = run([[100, { kind: 'addPool', pool: scaled }]]);
    const { runs } = record.pools[1]!.autoScale!;
    expect(runs.map(({ atSeconds }) => atSeconds)).toEqual([100, 400, 700, 1000]);
  });

  it('can be named by other operations and conditions, before as one that is not there', () => {
    const { record } = run([
      [50, { kind: 'resizePool', poolId: 'later', targetDedicatedNodes: 2 }],
      [100, add()],
      [150, { kind: 'resizePool', poolId: 'LATER', targetDedicatedNodes: 2 }],
      [200, remove('later')],
    ]);
    expect(answersOf(record)).toEqual([
      '404 PoolNotFound',
      '201 accepted',
      '202 accepted',
      '202 accepted',
    ]);
    const waiting = simulate(
      input({
        pools: [pool()],
        tasks: [],
        until: { kind: 'time', at: seconds(1000) },
        operations: [
          { at: seconds(100), operation: addJob([{ runs: 10 }]) },
          { at: seconds(200), operation: add() },
          {
            at: 0,
            when: { kind: 'pool', poolId: 'later', state: 'steady', numbers: [], after: 0 },
            operation: remove('later'),
          },
          {
            at: 0,
            when: { kind: 'pool', poolId: 'later', state: 'deleted', numbers: [], after: 0 },
            operation: remove('later'),
          },
        ],
      }),
      { checkInvariants: true },
    );
    const { operations } = waiting;
    expect(operations.map(({ kind, atSeconds }) => `${kind}@${atSeconds}`)).toEqual([
      'addJob@100',
      'addPool@200',
      'deletePool@200',
      'deletePool@200',
    ]);
    expect(operations.map(({ httpStatus }) => httpStatus)).toEqual([201, 201, 202, 404]);
  });
});

describe('addPool is refused, and nothing changes', () => {
  it('where a pool has its id, or one of its id is being deleted', () => {
    const { record } = run(
      [
        [100, add({ id: 'POOL' })],
        [200, remove('pool')],
        [210, add({ id: 'pool' })],
      ],
      [],
      { pools: [pool({ targetDedicatedNodes: 1 })] },
    );
    expect(answersOf(record)).toEqual(['409 PoolExists', '202 accepted', '201 accepted']);
    const slow = simulate(
      input({
        pools: [pool({ targetDedicatedNodes: 1 })],
        tasks: [],
        until: { kind: 'time', at: seconds(1000) },
        parameters: { 'node.leaving_s': { constant: 60 } },
        operations: [
          { at: seconds(200), operation: remove('pool') },
          { at: seconds(210), operation: add({ id: 'pool' }) },
        ],
      }),
      { checkInvariants: true },
    );
    expect(answersOf(slow)).toEqual(['202 accepted', '409 PoolBeingDeleted']);
    expect(slow.pools).toHaveLength(1);
  });

  it('beyond the quota of pools, which a deleted one does not count for', () => {
    const { record } = run(
      [
        [100, add()],
        [200, remove('pool')],
        [300, add()],
      ],
      [],
      { account: { poolQuota: 1 } },
    );
    expect(answersOf(record)).toEqual(['409 PoolQuotaReached', '202 accepted', '201 accepted']);
  });
});

describe('a job whose pool is not there (service.md section 1.6)', () => {
  it('is accepted, and its tasks run once a pool of that id is created', () => {
    const { record, log } = run([
      [100, addJob([{ runs: 10 }, { at: 200, runs: 10 }])],
      [200, add()],
    ]);
    expect(answersOf(record)).toEqual(['201 accepted', '201 accepted']);
    expect(startsOf(log)).toEqual(['late/task-0@200', 'late/task-1@300']);
    expect(record.jobs![1]).toMatchObject({ id: 'late', poolId: 'later' });
    expect(record.wait).toMatchObject({ maxSeconds: 100 });
  });

  it('waits for ever where none is, and the record has no such pool', () => {
    const { record } = run(
      [
        [100, addJob([{ runs: 10 }])],
        [200, add()],
      ],
      [],
      { account: { poolQuota: 1 }, until: { kind: 'drained' } },
    );
    expect(answersOf(record)).toEqual(['201 accepted', '409 PoolQuotaReached']);
    expect(record.end).toMatchObject({
      reason: 'stalled',
      stalledTasks: [{ jobId: 'late', taskId: 'task-0', reason: 'there is no pool later' }],
    });
    expect(record.pools.map(({ id }) => id)).toEqual(['pool']);
    expect(record.jobs![1]).toMatchObject({ poolId: null });
  });

  it('of a schedule waits as well', () => {
    const { log } = run([
      [
        100,
        {
          kind: 'addJobSchedule',
          jobSchedule: {
            id: 'nightly',
            schedule: { recurrenceInterval: seconds(300) },
            jobSpecification: {
              pool: -1,
              poolId: 'later',
              maxTaskRetryCount: 0,
              onAllTasksComplete: 'terminatejob',
            },
            tasksOf: () => taskSource([{ runs: 10 }]),
          },
        },
      ],
      [200, add()],
    ]);
    expect(startsOf(log)).toEqual([
      'nightly:job-1/task-0@200',
      'nightly:job-2/task-0@400',
      'nightly:job-3/task-0@700',
      'nightly:job-4/task-0@1000',
    ]);
  });
});

describe('a pool that was deleted', () => {
  it('can be added again: its jobs run on the new one, which is another pool', () => {
    const { record, log } = run(
      [
        [50, remove('pool')],
        [200, add({ id: 'pool', targetDedicatedNodes: 2 })],
      ],
      [{ runs: 100 }, { runs: 100 }, { at: 300, runs: 10 }],
    );
    expect(answersOf(record)).toEqual(['202 accepted', '201 accepted']);
    expect(startsOf(log)).toEqual([
      'job/task-0@0',
      'job/task-0@200',
      'job/task-1@200',
      'job/task-2@300',
    ]);
    expect(record.pools.map(({ id, nodes }) => [id, nodes.dedicated.allocated])).toEqual([
      ['pool', 1],
      ['pool', 2],
    ]);
    expect(record.tasks).toMatchObject({ succeeded: 3, requeues: 1 });
  });

  it('takes no task of a job that is disabled', () => {
    const { log } = run(
      [
        [10, { kind: 'disableJob', jobId: 'job', disableTasks: 'requeue' }],
        [50, remove('pool')],
        [200, add({ id: 'pool' })],
        [300, { kind: 'enableJob', jobId: 'job' }],
      ],
      [{ runs: 100 }],
    );
    expect(startsOf(log)).toEqual(['job/task-0@0', 'job/task-0@300']);
  });
});
