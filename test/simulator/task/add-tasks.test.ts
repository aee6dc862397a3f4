import { describe, expect, it } from 'vitest';

import type { AddedTask, Operation } from '../../../src/simulator/index.js';
import { taskStartsOf } from '../../support/log-extracts.js';
import { requestsOf, runOnOneNode, type Requests } from '../../support/logged-run.js';
import { seconds, type InputSettings, type TestTask } from '../../support/simulation-input.js';

const added = (id: string, more: Partial<AddedTask> = {}): AddedTask => ({
  id,
  runTime: seconds(10),
  requiredSlots: 1,
  exitCode: 0,
  ...more,
});

function run(
  tasks: readonly TestTask[],
  operations: Requests,
  settings: Partial<InputSettings> = {},
) {
  const { record, log } = runOnOneNode({ ...settings, tasks, operations: requestsOf(operations) });
  return { record, starts: taskStartsOf(log) };
}

const add = (tasks: readonly AddedTask[], jobId = 'JOB'): Operation => ({
  kind: 'addTasks',
  jobId,
  tasks,
});

describe('addTasks (service.md section 4.8)', () => {
  it('submits tasks that run behind those of the job that wait already', () => {
    const { record, starts } = run([{ runs: 100 }, { runs: 20 }], [[30, add([added('late')])]]);
    expect(starts).toEqual(['task-0@0', 'task-1@100', 'late@120']);
    expect(record.tasks).toMatchObject({ submitted: 3, succeeded: 3 });
    expect(record.operations).toMatchObject([{ httpStatus: 200, results: 'success: 1' }]);
  });

  it('takes their settings, and later requests can name them', () => {
    const settings = { maxTaskRetryCount: 1 };
    const { record } = run(
      [],
      [
        [
          30,
          add([added('bad', { exitCode: 1, settings }), added('long', { runTime: seconds(900) })]),
        ],
        [200, { kind: 'terminateTask', jobId: 'job', taskId: 'LONG' }],
      ],
    );
    expect(record.tasks).toMatchObject({ attempts: 3, failed: 1, terminated: 1 });
  });

  it('answers clienterror for a task that the job has, and adds the others', () => {
    const { record } = run(
      [{ runs: 100 }],
      [
        [30, add([added('a'), added('TASK-0'), added('A')])],
        [40, { kind: 'deleteTask', jobId: 'job', taskId: 'a' }],
        [50, add([added('a')])],
      ],
    );
    expect(record.operations.map(({ results }) => results)).toEqual([
      'success: 1; clienterror: TaskExists TASK-0; clienterror: TaskExists A',
      undefined,
      'success: 1',
    ]);
  });

  it('lets a task of the workload be refused whose id is taken by then', () => {
    const { record } = run([{ at: 50, runs: 10 }], [[30, add([added('Task-0')])]]);
    expect(record.tasks).toMatchObject({ submitted: 1, refused: 1 });
  });

  it('is refused for more than 100 tasks, and for a job that is not there or has ended', () => {
    const many = Array.from({ length: 101 }, (_, number) => added(`t-${number}`));
    const { record } = run(
      [{ runs: 10 }],
      [
        [30, add(many)],
        [31, add([added('a')], 'other')],
        [40, { kind: 'terminateJob', jobId: 'job' }],
        [50, add([added('a')])],
      ],
    );
    expect(record.operations.map(({ error }) => error?.code ?? 'accepted')).toEqual([
      'RequestBodyTooLarge',
      'JobNotFound',
      'accepted',
      'JobCompleted',
    ]);
  });

  it('lets added tasks depend on others, and others on them', () => {
    const job = { id: 'job', pool: 0, maxTaskRetryCount: 0, usesTaskDependencies: true };
    const child = { runs: 10, settings: { dependsOn: { taskIds: ['split'] } } };
    const { starts } = run([child], [[30, add([added('split')])]], {
      jobs: [job],
      parameters: { 'sched.dependency_extra_s': { constant: 0 } },
    });
    expect(starts).toEqual(['split@30', 'task-0@40']);
  });

  it('keeps a job open that would end with its last task', () => {
    const job = {
      id: 'job',
      pool: 0,
      maxTaskRetryCount: 0,
      onAllTasksComplete: 'terminatejob' as const,
    };
    const { record } = run([{ runs: 100 }], [[30, add([added('late')])]], { jobs: [job] });
    expect(record.tasks.succeeded).toBe(2);
  });
});
