import { describe, expect, it } from 'vitest';

import type { JobInput, PoolInput, RunRecord } from '../../../src/simulator/index.js';
import { taskStartsOf } from '../../support/log-extracts.js';
import { requestsOf, runLogged, type Requests } from '../../support/logged-run.js';
import { input, pool, type InputSettings, type TestTask } from '../../support/simulation-input.js';

const low: JobInput = { id: 'low', pool: 0, maxTaskRetryCount: 0, allowTaskPreemption: true };
const high: JobInput = { id: 'high', pool: 0, maxTaskRetryCount: 0, priority: 10 };

/** Runs tasks of two jobs; `starts` are the starts of attempts as task@second. */
function run(
  tasks: readonly TestTask[],
  settings: {
    readonly pool?: Partial<PoolInput>;
    readonly jobs?: readonly JobInput[];
    readonly operations?: Requests;
    readonly parameters?: InputSettings['parameters'];
  } = {},
): { readonly record: RunRecord; readonly starts: string[] } {
  const { record, log } = runLogged(
    input({
      pools: [pool({ targetDedicatedNodes: 1, ...settings.pool })],
      jobs: settings.jobs ?? [low, high],
      tasks,
      parameters: settings.parameters ?? {},
      operations: requestsOf(settings.operations ?? []),
    }),
  );
  return { record, starts: taskStartsOf(log) };
}

describe('allowTaskPreemption (service.md sections 3.2 and 5)', () => {
  it('lets a task of a job of higher priority requeue a running one, which runs again later', () => {
    const { record, starts } = run([{ runs: 100 }, { at: 30, runs: 10, job: 1 }]);
    expect(starts).toEqual(['task-0@0', 'task-1@30', 'task-0@40']);
    expect(record.tasks).toMatchObject({ requeues: 1, succeeded: 2, retries: 0 });
  });

  it('is false by default: running tasks stay', () => {
    const jobs = [{ id: 'low', pool: 0, maxTaskRetryCount: 0 }, high];
    const { starts } = run([{ runs: 100 }, { at: 30, runs: 10, job: 1 }], { jobs });
    expect(starts).toEqual(['task-0@0', 'task-1@100']);
  });

  it('does nothing for a job of equal priority', () => {
    const jobs = [low, { ...high, priority: 0 }];
    const { starts } = run([{ runs: 100 }, { at: 30, runs: 10, job: 1 }], { jobs });
    expect(starts).toEqual(['task-0@0', 'task-1@100']);
  });

  it('requeues no more tasks than are needed', () => {
    const tasks = [{ runs: 100 }, { at: 1, runs: 100 }, { at: 30, runs: 10, job: 1 }];
    const { record, starts } = run(tasks, { pool: { targetDedicatedNodes: 2 } });
    expect(record.tasks.requeues).toBe(1);
    expect(starts).toEqual(['task-0@0', 'task-1@1', 'task-2@30', 'task-1@40']);
  });

  it('takes the oldest where a parameter says so', () => {
    const tasks = [{ runs: 100 }, { at: 1, runs: 100 }, { at: 30, runs: 10, job: 1 }];
    const { starts } = run(tasks, {
      pool: { targetDedicatedNodes: 1, taskSlotsPerNode: 2 },
      parameters: { 'sched.preempted_task': 'oldest' },
    });
    expect(starts).toEqual(['task-0@0', 'task-1@1', 'task-2@30', 'task-0@40']);
  });

  it('frees all slots of a wide task at once, so that small tasks do not take them', () => {
    const tasks = [
      ...Array.from({ length: 8 }, () => ({ runs: 100 })),
      { at: 30, runs: 10, slots: 4, job: 1 },
    ];
    const { record, starts } = run(tasks, { pool: { taskSlotsPerNode: 4 } });
    expect(record.tasks.requeues).toBe(4);
    expect(starts).toContain('task-8@30');
  });

  it('frees as many nodes as a multi-instance task needs', () => {
    const settings = {
      multiInstance: { numberOfInstances: 2, coordinationTime: 0, coordinationFailureShare: 0 },
    };
    const { record, starts } = run(
      [{ runs: 100 }, { runs: 100 }, { runs: 100 }, { at: 30, runs: 10, job: 1, settings }],
      { pool: { targetDedicatedNodes: 3, enableInterNodeCommunication: true } },
    );
    expect(starts).toContain('task-3@30');
    expect(record.tasks.requeues).toBe(2);
  });

  it('takes effect when priority or the property is changed', () => {
    const tasks = [{ runs: 100 }, { at: 10, runs: 10, job: 1 }];
    const byPriority = run(tasks, {
      jobs: [low, { ...high, priority: 0 }],
      operations: [[30, { kind: 'updateJob', jobId: 'high', priority: 5 }]],
    });
    expect(byPriority.starts).toContain('task-1@30');
    const byProperty = run(tasks, {
      jobs: [{ ...low, allowTaskPreemption: false }, high],
      operations: [[40, { kind: 'updateJob', jobId: 'low', allowTaskPreemption: true }]],
    });
    expect(byProperty.starts).toContain('task-1@40');
  });

  it('lets a task go first by the priority that its job has just been given', () => {
    const { starts } = run(
      [{ runs: 100 }, { runs: 100 }, { at: 10, runs: 10, job: 1 }, { at: 10, runs: 10, job: 1 }],
      {
        jobs: [low, { ...high, priority: -1 }],
        operations: [[30, { kind: 'updateJob', jobId: 'high', priority: 5 }]],
      },
    );
    expect(starts).toEqual(['task-0@0', 'task-2@30', 'task-3@40', 'task-0@50', 'task-1@150']);
  });

  it('stops at maxParallelTasks of the job that waits', () => {
    const { record } = run(
      [{ runs: 100 }, { runs: 100 }, { at: 30, runs: 50, job: 1 }, { at: 30, runs: 50, job: 1 }],
      { pool: { targetDedicatedNodes: 2 }, jobs: [low, { ...high, maxParallelTasks: 1 }] },
    );
    expect(record.tasks.requeues).toBe(1);
  });
});
