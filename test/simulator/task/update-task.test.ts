import { describe, expect, it } from 'vitest';

import type { Operation } from '../../../src/simulator/index.js';
import type { TaskConstraints, TaskSettings } from '../../../src/workload/task-settings.js';
import {
  answersOf,
  requestsOf,
  runOnOneNode,
  type LoggedRun,
  type Requests,
} from '../../support/logged-run.js';
import {
  pool,
  seconds,
  type InputSettings,
  type TestTask,
} from '../../support/simulation-input.js';

/** A run on one node. */
function run(
  tasks: readonly TestTask[],
  operations: Requests,
  settings: Partial<InputSettings> = {},
): LoggedRun {
  return runOnOneNode({ ...settings, tasks, operations: requestsOf(operations) });
}

const update = (constraints?: TaskConstraints, taskId = 'task-0'): Operation => ({
  kind: 'updateTask',
  jobId: 'JOB',
  taskId,
  ...(constraints === undefined ? {} : { constraints }),
});

describe('updateTask of maxTaskRetryCount (service.md sections 4.2 and 4.3)', () => {
  it('counts for the attempt that runs', () => {
    const { record } = run([{ runs: 10, exitCode: 1 }], [[5, update({ maxTaskRetryCount: 2 })]]);
    expect(answersOf(record)).toEqual(['200 accepted']);
    expect(record.tasks).toMatchObject({ failed: 1, attempts: 3, retries: 2 });
  });

  it('may be lowered below the retries that were made', () => {
    const settings: TaskSettings = { maxTaskRetryCount: 5 };
    const { record } = run(
      [{ runs: 10, exitCode: 1, settings }],
      [[25, update({ maxTaskRetryCount: 1 })]],
    );
    expect(record.tasks).toMatchObject({ failed: 1, attempts: 3, retries: 2 });
  });

  it('replaces all constraints: without it the retries are those of the job again', () => {
    const settings: TaskSettings = { maxTaskRetryCount: 5 };
    const { record } = run([{ runs: 10, exitCode: 1, settings }], [[5, update()]]);
    expect(record.tasks).toMatchObject({ failed: 1, attempts: 1 });
  });

  it('is refused below -1', () => {
    const { record } = run([{ runs: 10, exitCode: 1 }], [[5, update({ maxTaskRetryCount: -2 })]]);
    expect(answersOf(record)).toEqual(['400 InvalidConstraintValue']);
    expect(record.tasks.attempts).toBe(1);
  });
});

describe('updateTask of maxWallClockTime', () => {
  it('ends the attempt that runs at the new limit, counted from its start', () => {
    const { record } = run([{ runs: 100 }], [[30, update({ maxWallClockTime: seconds(60) })]]);
    expect(record.makespanSeconds).toBe(60);
    expect(record.tasks).toMatchObject({ failed: 1, failureCodes: { TaskEnded: 1 } });
  });

  it('ends it at once where it has run for longer', () => {
    const { record } = run([{ runs: 100 }], [[30, update({ maxWallClockTime: seconds(20) })]]);
    expect(record.makespanSeconds).toBe(30);
    expect(record.tasks.failureCodes).toEqual({ TaskEnded: 1 });
  });

  it('lets an attempt run on that the old limit would have ended', () => {
    const settings: TaskSettings = { maxWallClockTime: seconds(60) };
    const { record } = run([{ runs: 100, settings }], [[30, update()]]);
    expect(record.makespanSeconds).toBe(100);
    expect(record.tasks.succeeded).toBe(1);
  });

  it('counts for a task that waits, and for its later attempts', () => {
    const { record } = run(
      [{ runs: 50 }, { runs: 100 }],
      [[10, update({ maxWallClockTime: seconds(20) }, 'task-1')]],
    );
    expect(record.makespanSeconds).toBe(70);
    expect(record.tasks).toMatchObject({ succeeded: 1, failed: 1 });
  });

  it('counts for a task that slow nodes run', () => {
    const slow = {
      kind: 'slowNodes',
      poolId: 'pool',
      times: { kind: 'at', at: [0] },
      lasts: seconds(1000),
      share: 1,
      factor: 3,
    } as const;
    const cut = run([{ runs: 100 }], [[30, update({ maxWallClockTime: seconds(250) })]], {
      faults: [slow],
    });
    expect(cut.record.makespanSeconds).toBe(250);
    const uncut = run([{ runs: 100 }], [[30, update({ maxWallClockTime: seconds(301) })]], {
      faults: [slow],
    });
    expect(uncut.record.makespanSeconds).toBe(300);
  });
});

describe('updateTask of retentionTime', () => {
  const leave: Operation = {
    kind: 'resizePool',
    poolId: 'pool',
    targetDedicatedNodes: 0,
    nodeDeallocationOption: 'retaineddata',
    resizeTimeout: seconds(10_000),
  };

  it('says how long the data of the task hold a node that leaves with retaineddata', () => {
    const { record } = run(
      [{ runs: 100 }],
      [
        [30, update({ retentionTime: seconds(400) })],
        [110, leave],
      ],
    );
    expect(record.pools[0]!.nodes.dedicated.billedSeconds).toBe(500);
  });

  it('of a multi-instance task changes for its primary alone (service.md section 4.7)', () => {
    const multiInstance = {
      numberOfInstances: 2,
      coordinationTime: 0,
      coordinationFailureShare: 0,
    };
    const { record } = run(
      [{ runs: 100, settings: { multiInstance, retentionTime: seconds(200) } }],
      [
        [30, update({ retentionTime: seconds(400) })],
        [110, leave],
      ],
      { pools: [pool({ targetDedicatedNodes: 2, enableInterNodeCommunication: true })] },
    );
    expect(record.pools[0]!.nodes.dedicated.billedSeconds).toBe(500 + 300);
  });
});

describe('updateTask', () => {
  it('is in the event log with the constraints that count from then on', () => {
    const { log } = run(
      [{ runs: 100 }],
      [[30, update({ maxTaskRetryCount: 3, maxWallClockTime: seconds(60) })]],
    );
    const updates = log.filter(({ event }) => event === 'TaskUpdate');
    expect(updates.map(({ t, body }) => [t, body])).toEqual([
      [
        30_000,
        {
          jobId: 'job',
          id: 'task-0',
          constraints: { maxTaskRetryCount: 3, maxWallClockTime: 60 },
        },
      ],
    ]);
  });

  it('is refused for a task that is completed or not there, and in a job that has ended', () => {
    const { record } = run(
      [{ runs: 10 }, { at: 100, runs: 10 }],
      [
        [20, update()],
        [20, update(undefined, 'task-1')],
        [20, { kind: 'updateTask', jobId: 'other', taskId: 'task-0' }],
        [105, { kind: 'terminateJob', jobId: 'job' }],
        [106, update(undefined, 'task-1')],
      ],
    );
    expect(answersOf(record)).toEqual([
      '409 TaskCompleted',
      '404 TaskNotFound',
      '404 JobNotFound',
      '202 accepted',
      '409 JobCompleted',
    ]);
  });
});
