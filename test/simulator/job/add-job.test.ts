import { describe, expect, it } from 'vitest';

import type { JobInput, Operation, SimulationInput } from '../../../src/simulator/index.js';
import { startsOf } from '../../support/log-extracts.js';
import {
  answersOf,
  requestsOf,
  runOnOneNode,
  runRecomputed,
  type LoggedRun,
  type Requests,
} from '../../support/logged-run.js';
import { input, pool, seconds, taskSource, type TestTask } from '../../support/simulation-input.js';
import { preparationTask, releaseTask } from '../../support/special-tasks.js';

/** A run on one node. Every figure of its record must follow from its log. */
function run(
  operations: Requests,
  tasks: readonly TestTask[] = [],
  settings: Partial<Omit<SimulationInput, 'parameters'>> = {},
): LoggedRun {
  return runRecomputed(
    input({
      pools: [pool({ targetDedicatedNodes: 1 })],
      ...settings,
      tasks,
      operations: requestsOf(operations),
    }),
  );
}

const add = (tasks: readonly TestTask[], job: Partial<JobInput> = {}): Operation => ({
  kind: 'addJob',
  job: { id: 'late', pool: 0, maxTaskRetryCount: 0, ...job },
  tasks: taskSource(tasks),
});

describe('addJob (service.md sections 3.1 and 10)', () => {
  it('creates an active job whose tasks are submitted from its creation on', () => {
    const { record, log } = run([[100, add([{ runs: 10 }, { at: 50, runs: 10 }])]]);
    expect(answersOf(record)).toEqual(['201 accepted']);
    expect(record.operations[0]).toMatchObject({ kind: 'addJob', jobId: 'late' });
    expect(startsOf(log)).toEqual(['late/task-0@100', 'late/task-1@150']);
    expect(record.jobs).toMatchObject([
      { id: 'job', createdSeconds: 0 },
      { id: 'late', createdSeconds: 100, poolId: 'pool', state: 'active' },
    ]);
  });

  it('its tasks come between those that are there, in order of time', () => {
    const { log } = run(
      [[10, add([{ at: 20, runs: 1 }])]],
      [
        { at: 20, runs: 1 },
        { at: 40, runs: 1 },
      ],
    );
    expect(startsOf(log)).toEqual(['job/task-0@20', 'late/task-0@30', 'job/task-1@40']);
  });

  it('has the settings of a job: priority, onAllTasksComplete, maxWallClockTime', () => {
    const { record, log } = run(
      [
        [5, add([{ runs: 10 }], { priority: 10, onAllTasksComplete: 'terminatejob' })],
        [6, add([{ runs: 1000 }], { id: 'long', maxWallClockTime: seconds(100) })],
      ],
      [{ runs: 10 }, { runs: 10 }],
    );
    expect(startsOf(log).slice(0, 2)).toEqual(['job/task-0@0', 'late/task-0@10']);
    expect(record.jobs).toMatchObject([
      { id: 'job' },
      { id: 'late', completedSeconds: 20, terminateReason: 'AllTasksComplete' },
      { id: 'long', completedSeconds: 106, terminateReason: 'MaxWallClockTimeExpiry' },
    ]);
  });

  it('may bring an auto pool, which is there as long as the job', () => {
    const { id: _id, ...one } = pool({ targetDedicatedNodes: 1 });
    const autoPool = { poolLifetimeOption: 'job', keepAlive: false, pool: one } as const;
    const job = { pool: -1, autoPool, onAllTasksComplete: 'terminatejob' } as const;
    const { record } = run([[100, add([{ runs: 10 }], job)]]);
    expect(_id).toBe('pool');
    expect(record.pools[1]!.nodes.dedicated).toMatchObject({ allocated: 1, billedSeconds: 10 });
    expect(record.jobs![1]).toMatchObject({ id: 'late', completedSeconds: 110 });
  });

  it('is accepted while its pool is being deleted or gone: its tasks wait (service.md section 1.6)', () => {
    const { record } = run([
      [10, { kind: 'deletePool', poolId: 'pool' }],
      [20, add([{ runs: 10 }])],
    ]);
    expect(answersOf(record)).toEqual(['202 accepted', '201 accepted']);
    expect(record.end).toMatchObject({
      reason: 'stalled',
      stalledTasks: [{ jobId: 'late', taskId: 'task-0', reason: 'pool pool was deleted' }],
    });
  });

  it('its tasks and the job itself can be named by other operations', () => {
    const { record } = run([
      [5, { kind: 'terminateTask', jobId: 'late', taskId: 'task-0' }],
      [10, add([{ runs: 100 }, { runs: 10 }])],
      [20, { kind: 'terminateTask', jobId: 'late', taskId: 'task-0' }],
      [
        25,
        {
          kind: 'addTasks',
          jobId: 'late',
          tasks: [{ id: 'more', runTime: seconds(5), requiredSlots: 1, exitCode: 0 }],
        },
      ],
      [40, { kind: 'terminateJob', jobId: 'LATE' }],
    ]);
    expect(answersOf(record)).toEqual([
      '404 JobNotFound',
      '201 accepted',
      '204 accepted',
      '200 accepted',
      '202 accepted',
    ]);
    expect(record.tasks).toMatchObject({ submitted: 3, terminated: 1, succeeded: 2 });
  });

  it('a condition on a job that is not there yet does not hold, and later does', () => {
    const { record, log } = runOnOneNode({
      tasks: [],
      operations: [
        { at: seconds(100), operation: add([{ runs: 30 }]) },
        {
          at: 0,
          when: { kind: 'job', jobId: 'late', state: 'active', after: seconds(5) },
          operation: { kind: 'updateJob', jobId: 'late', priority: 1 },
        },
        {
          at: 0,
          when: {
            kind: 'task',
            jobId: 'late',
            taskId: 'task-0',
            state: 'completed',
            after: 0,
          },
          operation: add([{ runs: 10 }], { id: 'later' }),
        },
      ],
    });
    expect(record.operations).toMatchObject([
      { kind: 'addJob', atSeconds: 100, httpStatus: 201 },
      { kind: 'updateJob', atSeconds: 105, httpStatus: 200 },
      { kind: 'addJob', atSeconds: 130, httpStatus: 201 },
    ]);
    expect(startsOf(log)).toEqual(['late/task-0@100', 'later/task-0@130']);
  });
});

describe('addJob is refused, and nothing changes', () => {
  it('where a job has its id, be it completed, and where one of its id is being deleted', () => {
    const release = releaseTask(30, { maxWallClockTime: seconds(60) });
    const { record } = run([
      [10, add([{ runs: 1 }], { releaseTask: release, preparationTask: preparationTask(0) })],
      [20, add([{ runs: 1 }])],
      [30, { kind: 'deleteJob', jobId: 'late' }],
      [40, add([{ runs: 1 }], { id: 'Late' })],
      [70, { kind: 'terminateJob', jobId: 'job' }],
      [80, add([{ runs: 1 }], { id: 'JOB' })],
    ]);
    expect(answersOf(record)).toEqual([
      '201 accepted',
      '409 JobExists',
      '202 accepted',
      '409 JobBeingDeleted',
      '202 accepted',
      '409 JobExists',
    ]);
    expect(record.jobFigures!.created).toBe(2);
    expect(record.tasks.submitted).toBe(1);
  });

  it('where a job schedule has its id: they share one namespace (service.md section 3.6)', () => {
    const { record } = run([[10, add([{ runs: 1 }], { id: 'nightly' })]], [], {
      jobSchedules: [
        {
          id: 'Nightly',
          schedule: { doNotRunUntil: 0 },
          jobSpecification: {
            pool: 0,
            maxTaskRetryCount: 0,
            onAllTasksComplete: 'terminatejob',
          },
          tasksOf: () => taskSource([{ runs: 5 }]),
        },
      ],
    });
    expect(answersOf(record)).toEqual(['409 JobScheduleWithSameIdExists']);
  });

  it('beyond the quota of active jobs and job schedules', () => {
    const { record } = run(
      [
        [10, add([{ runs: 1 }])],
        [20, add([{ runs: 1 }], { id: 'later' })],
        [30, { kind: 'terminateJob', jobId: 'late' }],
        [40, add([{ runs: 1 }], { id: 'later' })],
      ],
      [],
      { account: { activeJobAndJobScheduleQuota: 2 } },
    );
    expect(answersOf(record)).toEqual([
      '201 accepted',
      '409 ActiveJobAndScheduleQuotaReached',
      '202 accepted',
      '201 accepted',
    ]);
  });
});

describe('a job that was deleted', () => {
  it('can be added again, and its tasks have nothing to do with the earlier ones', () => {
    const { record, log } = run([
      [10, add([{ runs: 100 }, { runs: 100 }])],
      [50, { kind: 'deleteJob', jobId: 'late' }],
      [60, add([{ runs: 10 }])],
    ]);
    expect(answersOf(record)).toEqual(['201 accepted', '202 accepted', '201 accepted']);
    expect(startsOf(log)).toEqual(['late/task-0@10', 'late/task-0@60']);
    expect(record.tasks).toMatchObject({ submitted: 3, terminated: 2, succeeded: 1 });
    expect(record.jobs).toMatchObject([
      { id: 'job' },
      { id: 'late', state: 'deleted' },
      { id: 'late', state: 'active', createdSeconds: 60 },
    ]);
  });
});
