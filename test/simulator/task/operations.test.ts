import { describe, expect, it } from 'vitest';

import type { Operation } from '../../../src/simulator/index.js';
import { answersOf, requestsOf, runOnOneNode, type LoggedRun } from '../../support/logged-run.js';
import { pool, type InputSettings, type TestTask } from '../../support/simulation-input.js';

type TaskOperation = Extract<Operation, { readonly taskId: string }>['kind'];

/** A run on one node with operations on its tasks: [at, what, task number, job]. */
function run(
  tasks: readonly TestTask[],
  operations: readonly (readonly [number, TaskOperation, string, string?])[],
  settings: Partial<InputSettings> = {},
): LoggedRun {
  return runOnOneNode({
    ...settings,
    tasks,
    operations: requestsOf(
      operations.map(([at, kind, taskId, jobId = 'job']) => [at, { kind, jobId, taskId }]),
    ),
  });
}

describe('terminateTask', () => {
  it('ends a running task with TaskEnded and gives its slot to the next one', () => {
    const { record } = run([{ runs: 100 }, { runs: 10 }], [[30, 'terminateTask', 'task-0']]);
    expect(answersOf(record)).toEqual(['204 accepted']);
    expect(record.makespanSeconds).toBe(40);
    expect(record.tasks).toMatchObject({
      terminated: 1,
      succeeded: 1,
      failureCodes: { TaskEnded: 1 },
    });
  });

  it('ends a queued task, which never runs', () => {
    const { record } = run(
      [{ runs: 100 }, { runs: 10 }, { runs: 20 }],
      [[30, 'terminateTask', 'TASK-1']],
    );
    expect(record.tasks).toMatchObject({ terminated: 1, succeeded: 2, neverStarted: 1 });
    expect(record.makespanSeconds).toBe(120);
  });

  it('is refused for a task that is completed, or not there', () => {
    const { record } = run(
      [{ runs: 10 }, { at: 100, runs: 10 }],
      [
        [20, 'terminateTask', 'task-0'],
        [20, 'terminateTask', 'task-1'],
        [20, 'terminateTask', 'task-0', 'other'],
      ],
    );
    expect(answersOf(record)).toEqual(['409 TaskCompleted', '404 TaskNotFound', '404 JobNotFound']);
    expect(record.tasks.succeeded).toBe(2);
  });
});

describe('deleteTask', () => {
  it('ends a task that is not completed, and it is not there afterwards', () => {
    const { record } = run(
      [{ runs: 100 }],
      [
        [30, 'deleteTask', 'task-0'],
        [31, 'reactivateTask', 'task-0'],
      ],
    );
    expect(answersOf(record)).toEqual(['200 accepted', '404 TaskNotFound']);
    expect(record.tasks.terminated).toBe(1);
  });
});

describe('reactivateTask', () => {
  it('runs a failed task again, with a retryCount of 0', () => {
    const { record, log } = run(
      [{ runs: 10, exitCode: 1, settings: { maxTaskRetryCount: 1 } }],
      [[100, 'reactivateTask', 'task-0']],
    );
    expect(answersOf(record)).toEqual(['204 accepted']);
    expect(record.tasks).toMatchObject({
      submitted: 1,
      failed: 1,
      attempts: 4,
      retries: 2,
      failureCodes: { FailureExitCode: 1 },
    });
    expect(record.makespanSeconds).toBe(120);
    expect(
      log
        .filter(({ event }) => event === 'TaskStart')
        .map(({ body }) => (body['executionInfo'] as { retryCount: number }).retryCount),
    ).toEqual([0, 1, 0, 1]);
  });

  it('can make a task succeed whose exit code is drawn for every attempt', () => {
    const operations = Array.from(
      { length: 40 },
      (_, index) => [100 + index * 20, 'reactivateTask', 'task-0'] as const,
    );
    const { record } = run(
      [{ runs: 10, settings: { exitCodes: [{ code: 1, share: 0.8 }] } }],
      operations,
    );
    expect(record.tasks).toMatchObject({ succeeded: 1, failed: 0, failureCodes: {} });
  });

  it('releases the children of a task that then succeeds', () => {
    const { record } = run(
      [{ runs: 100 }, { runs: 10, settings: { dependsOn: { taskIds: ['task-0'] } } }],
      [
        [30, 'terminateTask', 'task-0'],
        [50, 'reactivateTask', 'task-0'],
      ],
      { jobs: [{ id: 'job', pool: 0, maxTaskRetryCount: 0, usesTaskDependencies: true }] },
    );
    expect(record.tasks).toMatchObject({ succeeded: 2, terminated: 0, blocked: 0 });
    expect(record.makespanSeconds).toBe(50 + 100 + 2 + 10);
  });

  it('leaves a task 180 days from its submission, though the end of younger ones was awaited', () => {
    const day = 86_400;
    const runs = 1000 * day;
    const { record, log } = run(
      [
        { runs },
        { at: 50 * day, runs: 10, exitCode: 1 },
        ...[1, 2].map(() => ({ at: 100 * day, runs })),
      ],
      [[200 * day, 'reactivateTask', 'task-1']],
      { pools: [pool({ targetDedicatedNodes: 2 })] },
    );
    expect(answersOf(record)).toEqual(['204 accepted']);
    const terminated = log.filter(
      ({ event, body }) => event === 'TaskStateChange' && body['to'] === 'completed',
    );
    expect(
      terminated.map(({ t, body }) => `${String(body['id'])}@${t / 1000 / day}`).slice(1),
    ).toEqual(['task-0@180', 'task-1@230', 'task-2@280', 'task-3@280']);
  });

  it('is refused for a task that runs or has succeeded', () => {
    const { record } = run(
      [{ runs: 10 }],
      [
        [5, 'reactivateTask', 'task-0'],
        [15, 'reactivateTask', 'task-0'],
      ],
    );
    expect(answersOf(record)).toEqual([
      '409 OperationInvalidForCurrentState',
      '409 OperationInvalidForCurrentState',
    ]);
  });
});
