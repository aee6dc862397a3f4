import { describe, expect, it } from 'vitest';

import type { TaskSettings } from '../../../src/workload/task-settings.js';
import { runOnOneNode, type LoggedRun } from '../../support/logged-run.js';
import type { LogLine } from '../../support/recompute/log-line.js';
import {
  pool,
  scaledPool,
  seconds,
  type InputSettings,
  type TestTask,
} from '../../support/simulation-input.js';

/** Runs tasks one after the other on one node of one slot. */
function run(tasks: readonly TestTask[], settings: Partial<InputSettings> = {}): LoggedRun {
  return runOnOneNode({ ...settings, tasks });
}

interface ExecutionInfo {
  readonly exitCode: number | null;
  readonly retryCount: number;
  readonly result?: string;
  readonly schedulingError?: { readonly category: string; readonly code: string };
}

function endings(log: readonly LogLine[]): ExecutionInfo[] {
  return log
    .filter(({ event }) => event === 'TaskComplete')
    .map(({ body }) => body['executionInfo'] as ExecutionInfo);
}

describe('maxWallClockTime', () => {
  const settings: TaskSettings = { maxWallClockTime: seconds(60), maxTaskRetryCount: 3 };

  it('ends an attempt with 0xC000013A and a server error TaskEnded, without a retry', () => {
    const { record, log } = run([{ runs: 100, settings }]);
    expect(record.makespanSeconds).toBe(60);
    expect(record.tasks).toMatchObject({
      failed: 1,
      terminated: 0,
      attempts: 1,
      failureCodes: { TaskEnded: 1 },
    });
    expect(endings(log)).toMatchObject([
      {
        exitCode: 0xc000013a | 0,
        retryCount: 0,
        result: 'failure',
        schedulingError: { category: 'ServerError', code: 'TaskEnded' },
      },
    ]);
    expect(log.filter(({ event }) => event === 'TaskFail')).toHaveLength(1);
  });

  it('allows an attempt of exactly that time', () => {
    const { record } = run([{ runs: 60, settings }]);
    expect(record.tasks).toMatchObject({ succeeded: 1, failureCodes: {} });
  });

  it('counts for each attempt, and is retried where a parameter says so', () => {
    const { record } = run([{ runs: 100, settings }], {
      parameters: { 'task.retry_on_wall_clock': 'yes', 'task.wall_clock_exit_code': 137 },
    });
    expect(record.tasks).toMatchObject({ attempts: 4, retries: 3, failed: 1 });
    expect(record.makespanSeconds).toBe(4 * 60);
  });
});

describe('maxTaskRetryCount', () => {
  it('of the task comes before that of its job', () => {
    const jobs = [{ id: 'job', pool: 0, maxTaskRetryCount: 2 }];
    const attempts = (settings?: TaskSettings): number =>
      run([{ runs: 10, exitCode: 1, settings }], { jobs }).record.tasks.attempts;
    expect(attempts()).toBe(3);
    expect(attempts({ maxTaskRetryCount: 0 })).toBe(1);
    expect(attempts({ maxTaskRetryCount: 4 })).toBe(5);
  });

  it('of -1 goes on until an attempt succeeds', () => {
    const settings: TaskSettings = {
      maxTaskRetryCount: -1,
      exitCodes: [{ code: 137, share: 0.9 }],
    };
    const { record } = run(
      Array.from({ length: 200 }, () => ({ runs: 1, settings })),
      { jobs: [{ id: 'job', pool: 0, maxTaskRetryCount: 0 }] },
    );
    expect(record.tasks.succeeded).toBe(200);
    // The mean number of attempts is 1 / 0.1.
    expect(record.tasks.attempts / 200).toBeGreaterThan(8);
    expect(record.tasks.attempts / 200).toBeLessThan(12);
  });
});

describe('exit codes', () => {
  it('are drawn for every attempt, with the shares that are given', () => {
    const settings: TaskSettings = {
      exitCodes: [
        { code: 2, share: 0.3 },
        { code: 137, share: 0.2 },
      ],
    };
    const { log } = run(Array.from({ length: 2000 }, () => ({ runs: 1, exitCode: 0, settings })));
    const codes = endings(log).map(({ exitCode }) => exitCode);
    const share = (code: number): number => codes.filter((one) => one === code).length / 2000;
    expect(share(2)).toBeCloseTo(0.3, 1);
    expect(share(137)).toBeCloseTo(0.2, 1);
    expect(share(0)).toBeCloseTo(0.5, 1);
  });

  it('of a task are the same however often its attempts are cut short', () => {
    const settings: TaskSettings = { exitCodes: [{ code: 3, share: 0.5 }], maxTaskRetryCount: 2 };
    const tasks = Array.from({ length: 40 }, () => ({ runs: 200, settings }));
    const codes = (wish: (evaluation: number) => number): Map<unknown, unknown> => {
      const { log } = run(tasks, {
        pools: [scaledPool((_, evaluation) => ({ dedicated: wish(evaluation) }))],
        until: { kind: 'time', at: seconds(40_000) },
      });
      return new Map(
        log
          .filter(({ event }) => event === 'TaskComplete')
          .map(({ body }) => [body['id'], (body['executionInfo'] as ExecutionInfo).exitCode]),
      );
    };
    const calm = codes(() => 20);
    const stormy = codes((evaluation) => (evaluation % 2) * 7 + 1);
    expect(calm.size).toBe(40);
    expect([...stormy].sort()).toEqual([...calm].sort());
  });
});

describe('failures', () => {
  it('before the command have no exit code and are not retried', () => {
    const settings: TaskSettings = {
      failures: [{ code: 'BlobNotFound', share: 1 }],
      maxTaskRetryCount: 5,
    };
    const { record, log } = run([{ runs: 100, settings }, { runs: 10 }]);
    expect(record.tasks).toMatchObject({
      failed: 1,
      succeeded: 1,
      attempts: 2,
      failureCodes: { BlobNotFound: 1 },
    });
    expect(record.makespanSeconds).toBe(10);
    expect(endings(log)[0]).toMatchObject({
      exitCode: null,
      result: 'failure',
      schedulingError: { category: 'UserError', code: 'BlobNotFound' },
    });
  });

  it('of the upload come after the command, keep its exit code and are not retried', () => {
    const settings: TaskSettings = {
      failures: [{ code: 'FileUploadMiscError', share: 1 }],
      maxTaskRetryCount: 5,
    };
    const { record, log } = run([{ runs: 100, settings }]);
    expect(record.tasks).toMatchObject({ failed: 1, attempts: 1 });
    expect(record.makespanSeconds).toBe(100);
    expect(endings(log)[0]).toMatchObject({
      exitCode: 0,
      schedulingError: { category: 'ServerError', code: 'FileUploadMiscError' },
    });
  });

  it('of a command are told as FailureExitCode, a user error', () => {
    const { record, log } = run([{ runs: 1, exitCode: 2 }]);
    expect(record.tasks.failureCodes).toEqual({ FailureExitCode: 1 });
    expect(endings(log)[0]).toMatchObject({
      exitCode: 2,
      schedulingError: { category: 'UserError', code: 'FailureExitCode' },
    });
  });
});

describe('retentionTime', () => {
  it('of a task comes before that of its job for a node that leaves with option retaineddata', () => {
    const leavesAt = (settings?: TaskSettings): number => {
      const { log } = run([{ runs: 100, settings }], {
        pools: [
          scaledPool((_, evaluation) => ({
            dedicated: evaluation === 0 ? 1 : 0,
            option: 'retaineddata',
          })),
        ],
        jobs: [{ id: 'job', pool: 0, maxTaskRetryCount: 0, retentionTime: seconds(3600) }],
      });
      return log.findLast(({ event }) => event === 'NodeStateChange')!.t / 1000;
    };
    expect(leavesAt()).toBe(100 + 3600);
    expect(leavesAt({ retentionTime: seconds(1000) })).toBe(100 + 1000);
  });
});

describe('180 days after its submission', () => {
  const days = 86_400;

  it('a queued task is terminated', () => {
    const { record, log } = run([{ at: 10, runs: 1 }], {
      pools: [pool()],
      until: { kind: 'time', at: seconds(200 * days) },
    });
    expect(record.tasks).toMatchObject({ terminated: 1, active: 0, neverStarted: 1 });
    expect(log.find(({ event }) => event === 'TaskComplete')!.t / 1000).toBe(10 + 180 * days);
  });

  it('a running task is terminated, and its slot is given to the next one', () => {
    const { record } = run([{ runs: 400 * days }, { at: 1 * days, runs: 10 }]);
    expect(record.tasks).toMatchObject({
      terminated: 1,
      succeeded: 1,
      failureCodes: { TaskEnded: 1 },
    });
    expect(record.makespanSeconds).toBe(180 * days + 10);
  });

  it('is no reason to go on where nothing can happen any more', () => {
    const { record } = run([{ runs: 1 }], { pools: [pool()] });
    expect(record.end).toMatchObject({ reason: 'stalled', atSeconds: 0 });
  });
});

describe('sched.returned_tasks', () => {
  it('puts a retried task at its old place or behind the others', () => {
    const order = (place: 'old-place' | 'last'): unknown[] => {
      const { log } = run(
        [{ runs: 1, exitCode: 1, settings: { maxTaskRetryCount: 1 } }, { runs: 1 }, { runs: 1 }],
        { parameters: { 'sched.returned_tasks': place } },
      );
      return log.filter(({ event }) => event === 'TaskStart').map(({ body }) => body['id']);
    };
    expect(order('old-place')).toEqual(['task-0', 'task-1', 'task-0', 'task-2']);
    expect(order('last')).toEqual(['task-0', 'task-1', 'task-2', 'task-0']);
  });
});
