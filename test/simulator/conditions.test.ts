import { describe, expect, it } from 'vitest';

import {
  simulate,
  type Condition,
  type Operation,
  type RunRecord,
} from '../../src/simulator/index.js';
import { input, pool, seconds, type TestTask } from '../support/simulation-input.js';

const resize: Operation = { kind: 'resizePool', poolId: 'POOL', targetDedicatedNodes: 3 };

/** A run with one operation that waits for a condition. */
function run(
  when: Condition,
  tasks: readonly TestTask[] = [{ runs: 100 }],
  settings: { readonly at?: number; readonly operation?: Operation } = {},
): RunRecord {
  const { at = 0, operation = resize } = settings;
  return simulate(
    input({
      pools: [pool({ targetDedicatedNodes: 1 })],
      tasks,
      operations: [{ at: seconds(at), when, operation }],
    }),
    { checkInvariants: true },
  );
}

const tried = ({ operations }: RunRecord): number[] => operations.map(({ atSeconds }) => atSeconds);

describe('an operation with a condition', () => {
  it('is tried when the state of a task is what it asks for', () => {
    const when = { kind: 'task', jobId: 'job', taskId: 'TASK-0', after: 0 } as const;
    expect(tried(run({ ...when, state: 'completed' }))).toEqual([100]);
    expect(tried(run({ ...when, state: 'running' }, [{ at: 30, runs: 100 }]))).toEqual([30]);
  });

  it('is tried when a job is in a state', () => {
    const when = { kind: 'job', jobId: 'JOB', state: 'disabled', after: 0 } as const;
    const record = simulate(
      input({
        pools: [pool({ targetDedicatedNodes: 1 })],
        tasks: [{ runs: 100 }],
        operations: [
          {
            at: seconds(20),
            operation: { kind: 'disableJob', jobId: 'job', disableTasks: 'wait' },
          },
          { at: 0, when, operation: { kind: 'enableJob', jobId: 'job' } },
        ],
      }),
    );
    expect(tried(record)).toEqual([20, 100]);
    expect(record.operations.at(-1)).toMatchObject({ kind: 'enableJob', httpStatus: 202 });
  });

  it('is tried when numbers and state of a pool are within its bounds at the same time', () => {
    const tasks = [0, 10, 20, 30].map((at) => ({ at, runs: 100 }));
    const when: Condition = {
      kind: 'pool',
      poolId: 'pool',
      state: 'steady',
      numbers: [
        ['activeTasks', { above: 1 }],
        ['runningTasks', { above: 0, below: 2 }],
      ],
      after: 0,
    };
    expect(tried(run(when, tasks))).toEqual([20]);
  });

  it('is tried so long after the condition first held, once', () => {
    const when: Condition = {
      kind: 'pool',
      poolId: 'pool',
      numbers: [['runningTasks', { above: 0 }]],
      after: seconds(45),
    };
    expect(
      tried(
        run(when, [
          { at: 10, runs: 5 },
          { at: 20, runs: 100 },
        ]),
      ),
    ).toEqual([55]);
  });

  it('waits for its time, although the condition held before', () => {
    const when: Condition = { kind: 'job', jobId: 'job', state: 'active', after: 0 };
    expect(tried(run(when, [{ runs: 100 }], { at: 70 }))).toEqual([70]);
  });

  it('keeps no run going, and the record names it where the condition never held', () => {
    const record = run({ kind: 'job', jobId: 'job', state: 'completed', after: 0 });
    expect(record.end.reason).toBe('drained');
    expect(record.operations).toEqual([]);
    expect(record.untriedOperations).toEqual([{ kind: 'resizePool', poolId: 'POOL' }]);
  });

  it('still happens when the condition holds at the very end', () => {
    const when: Condition = {
      kind: 'task',
      jobId: 'job',
      taskId: 'task-0',
      state: 'completed',
      after: seconds(7200),
    };
    expect(tried(run(when))).toEqual([7300]);
  });
});
