import { describe, expect, it } from 'vitest';

import { simulate } from '../../../src/simulator/index.js';
import type { TaskSource } from '../../../src/workload/task-stream.js';
import type { TaskDependencies } from '../../../src/workload/task-settings.js';
import { startTimesOf } from '../../support/log-extracts.js';
import { runLogged, type LoggedRun } from '../../support/logged-run.js';
import {
  input,
  latest,
  pool,
  scaledPool,
  seconds,
  taskSource,
  type InputSettings,
  type TestTask,
} from '../../support/simulation-input.js';

interface NamedTask extends TestTask {
  readonly id: string;
  readonly dependsOn?: TaskDependencies;
}

function named(tasks: readonly NamedTask[]): TaskSource {
  const source = taskSource(
    tasks.map(({ dependsOn, ...task }) => ({
      ...task,
      ...(dependsOn === undefined ? {} : { settings: { ...task.settings, dependsOn } }),
    })),
  );
  return {
    open: () => ({ ...source.open(), taskId: (index) => tasks[index]!.id }),
  };
}

function run(tasks: readonly NamedTask[], settings: Partial<InputSettings> = {}): LoggedRun {
  return runLogged(
    input({
      pools: [pool({ targetDedicatedNodes: 4 })],
      jobs: [{ id: 'job', pool: 0, maxTaskRetryCount: 0, usesTaskDependencies: true }],
      ...settings,
      tasks: named(tasks),
    }),
  );
}

describe('a task that depends on others by id', () => {
  it('is eligible once all have succeeded, and seen by the scheduler 2 s later', () => {
    const { record, log } = run([
      { id: 'a', runs: 10 },
      { id: 'b', runs: 30 },
      { id: 'c', runs: 5, dependsOn: { taskIds: ['a', 'B'] } },
    ]);
    expect(startTimesOf(log)).toEqual({ a: 0, b: 0, c: 32 });
    // The wait begins with the success of the last parent.
    expect(record.wait).toMatchObject({ tasks: 3, totalSeconds: 2 });
    expect(record.end.reason).toBe('drained');
  });

  it('may come before its parents', () => {
    const { log } = run([
      { id: 'child', runs: 5, dependsOn: { taskIds: ['parent'] } },
      { id: 'parent', at: 100, runs: 10 },
    ]);
    expect(startTimesOf(log)).toEqual({ parent: 100, child: 112 });
  });

  it('waits for nobody where its parents succeeded before it came', () => {
    const { log } = run([
      { id: 'parent', runs: 10 },
      { id: 'child', at: 50, runs: 5, dependsOn: { taskIds: ['parent'] } },
    ]);
    expect(startTimesOf(log)['child']).toBe(50);
    expect(log.some(({ event }) => event.startsWith('TaskDependencies'))).toBe(false);
  });

  it('does not wait for a parent of an id that has succeeded before, though both were deleted (S4.5)', () => {
    const again = { runTime: seconds(100), requiredSlots: 1, exitCode: 0 };
    const dependsOn = { taskIds: ['parent'] };
    const { record, log } = run(
      [
        { id: 'parent', runs: 10 },
        { id: 'child', runs: 10, dependsOn },
      ],
      {
        operations: (
          [
            { kind: 'deleteTask', jobId: 'job', taskId: 'parent' },
            { kind: 'deleteTask', jobId: 'job', taskId: 'child' },
            {
              kind: 'addTasks',
              jobId: 'job',
              tasks: [
                { ...again, id: 'parent' },
                { ...again, id: 'child', settings: { dependsOn } },
              ],
            },
          ] as const
        ).map((operation) => ({ at: seconds(500), operation })),
      },
    );
    const second = log.filter(({ event, t }) => event === 'TaskStart' && t >= 500_000);
    expect(second.map(({ t, body }) => [body['id'], t])).toEqual([
      ['parent', 500_000],
      ['child', 500_000],
    ]);
    expect(record.tasks).toMatchObject({ submitted: 4, succeeded: 4 });
  });

  it('is blocked for good by a parent that fails, and is named', () => {
    const { record } = run([
      { id: 'a', runs: 10, exitCode: 1 },
      { id: 'b', runs: 5, dependsOn: { taskIds: ['a'] } },
      { id: 'c', runs: 5, dependsOn: { taskIds: ['b'] } },
    ]);
    expect(record.tasks).toMatchObject({ failed: 1, active: 2, blocked: 2, neverStarted: 2 });
    expect(record.end).toMatchObject({
      reason: 'stalled',
      atSeconds: 10,
      stalledTasks: [
        { taskId: 'b', reason: 'it depends on task a, which failed' },
        { taskId: 'c', reason: 'it depends on task b, which has not succeeded' },
      ],
    });
  });

  it('follows a parent that succeeds after a retry', () => {
    const { log } = run([
      {
        id: 'a',
        runs: 10,
        settings: { exitCodes: [{ code: 1, share: 0.9 }], maxTaskRetryCount: -1 },
      },
      { id: 'b', runs: 5, dependsOn: { taskIds: ['a'] } },
    ]);
    const last = log.findLast(({ event, body }) => event === 'TaskComplete' && body['id'] === 'a')!;
    expect(startTimesOf(log)['b']).toBe(last.t / 1000 + 2);
  });

  it('waits for ever in a circle, which ends the run', () => {
    const { record } = run([
      { id: 'a', runs: 1, dependsOn: { taskIds: ['b'] } },
      { id: 'b', runs: 1, dependsOn: { taskIds: ['a'] } },
    ]);
    expect(record.end.stalledTasks).toHaveLength(2);
  });

  it('does not wait in a job without usesTaskDependencies', () => {
    const { log } = run(
      [
        { id: 'a', runs: 10 },
        { id: 'b', runs: 5, dependsOn: { taskIds: ['a'] } },
      ],
      { jobs: [{ id: 'job', pool: 0, maxTaskRetryCount: 0 }] },
    );
    expect(startTimesOf(log)).toEqual({ a: 0, b: 0 });
  });

  it('is terminated 180 days after its submission, like any other', () => {
    const { record } = run([{ id: 'b', runs: 5, dependsOn: { taskIds: ['a'] } }], {
      until: { kind: 'time', at: seconds(200 * 86_400) },
    });
    expect(record.tasks).toMatchObject({ terminated: 1, active: 0, blocked: 0 });
  });
});

describe('a task that depends on a range of ids', () => {
  it('waits for every integer of the range, both ends included', () => {
    const { log } = run([
      ...[1, 2, 3, 4].map((id) => ({ id: `${id}`, runs: id * 10 })),
      { id: 'merge', runs: 5, dependsOn: { taskIdRanges: [{ start: 2, end: 3 }] } },
    ]);
    expect(startTimesOf(log)['merge']).toBe(30 + 2);
  });

  it('takes the first of 4 and 04, and no id that is not an integer', () => {
    const { log } = run([
      { id: '04', runs: 10 },
      { id: '4', runs: 50 },
      { id: '5a', runs: 1 },
      { id: 'merge', runs: 5, dependsOn: { taskIdRanges: [{ start: 4, end: 4 }] } },
      { id: 'never', runs: 5, dependsOn: { taskIdRanges: [{ start: 5, end: 5 }] } },
    ]);
    expect(startTimesOf(log)).toMatchObject({ merge: 12 });
    expect(startTimesOf(log)).not.toHaveProperty('never');
  });

  it('of many tasks costs no more than the tasks', () => {
    const count = 2000;
    const parents = Array.from({ length: count }, (_, index) => ({ id: `${index + 1}`, runs: 1 }));
    const children = Array.from({ length: count }, (_, index) => ({
      id: `child-${index}`,
      runs: 1,
      dependsOn: { taskIdRanges: [{ start: 1, end: count }] },
    }));
    const record = simulate(
      input({
        pools: [pool({ targetDedicatedNodes: 10 })],
        jobs: [{ id: 'job', pool: 0, maxTaskRetryCount: 0, usesTaskDependencies: true }],
        tasks: named([...children, ...parents]),
      }),
    );
    expect(record.tasks.succeeded).toBe(2 * count);
    expect(record.makespanSeconds).toBe(count / 10 + 2 + count / 10);
  });
});

it('$ActiveTasks does not count a task that waits for others', () => {
  const seen: number[] = [];
  run(
    [
      { id: 'a', runs: 700 },
      ...Array.from({ length: 5 }, (_, index) => ({
        id: `child-${index}`,
        runs: 5000,
        dependsOn: { taskIds: ['a'] },
      })),
    ],
    {
      pools: [
        scaledPool((view) => {
          seen.push(latest(view, '$ActiveTasks'));
          return { dedicated: 1 };
        }),
      ],
      until: { kind: 'time', at: seconds(1300) },
    },
  );
  // At the start the parent itself waits for a node.
  expect(seen).toEqual([1, 0, 0, 4, 4]);
});
