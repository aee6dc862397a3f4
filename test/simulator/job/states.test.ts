import { describe, expect, it } from 'vitest';

import type { JobInput, Operation } from '../../../src/simulator/index.js';
import { jobStatesOf } from '../../support/log-extracts.js';
import {
  answersOf,
  requestsOf,
  runLogged,
  type LoggedRun,
  type Requests,
} from '../../support/logged-run.js';
import type { LogLine } from '../../support/recompute/log-line.js';
import {
  input,
  pool,
  seconds,
  type InputSettings,
  type TestTask,
} from '../../support/simulation-input.js';

/** A run of one job on a pool of some nodes with one slot each. */
function run(
  tasks: readonly TestTask[],
  job: Partial<JobInput>,
  operations: Requests = [],
  nodes = 1,
  settings: Partial<InputSettings> = {},
): LoggedRun {
  return runLogged(
    input({
      pools: [pool({ targetDedicatedNodes: nodes })],
      jobs: [{ id: 'job', pool: 0, maxTaskRetryCount: 0, ...job }],
      ...settings,
      tasks,
      operations: requestsOf(operations),
    }),
  );
}

const on = { jobId: 'JOB' };

function reasonOf(log: readonly LogLine[]): unknown {
  return log.find(({ body }) => body['terminateReason'] !== undefined)?.body['terminateReason'];
}

const tasks = (count: number, runs: number): TestTask[] =>
  Array.from({ length: count }, () => ({ runs }));

describe('terminateJob (service.md section 3.3)', () => {
  it('ends running tasks with TaskEnded and completes the job; active tasks stay active for ever', () => {
    const { record, log } = run(tasks(3, 100), {}, [[30, { kind: 'terminateJob', ...on }]]);
    expect(jobStatesOf(log)).toBe('active@0 terminating@30 completed@30');
    expect(reasonOf(log)).toBe('UserTerminate');
    expect(record.tasks).toMatchObject({
      terminated: 1,
      active: 2,
      neverStarted: 2,
      failureCodes: { TaskEnded: 1 },
    });
    expect(record.end.reason).toBe('drained');
  });

  it('gives the reason of the call', () => {
    const operation: Operation = { kind: 'terminateJob', ...on, terminateReason: 'enough' };
    expect(reasonOf(run(tasks(1, 100), {}, [[30, operation]]).log)).toBe('enough');
  });

  it('lets the freed nodes go to other jobs', () => {
    const { record } = run(
      [{ runs: 100 }, { runs: 10, job: 1 }],
      {},
      [[30, { kind: 'terminateJob', ...on }]],
      1,
      {
        jobs: [
          { id: 'job', pool: 0, maxTaskRetryCount: 0, priority: 1 },
          { id: 'other', pool: 0, maxTaskRetryCount: 0 },
        ],
      },
    );
    expect(record.makespanSeconds).toBe(40);
  });

  it('refuses tasks that are added later, and further requests', () => {
    const { record, log } = run([{ runs: 10 }, { at: 50, runs: 10 }], {}, [
      [20, { kind: 'terminateJob', ...on }],
      [30, { kind: 'terminateJob', ...on }],
      [30, { kind: 'disableJob', ...on, disableTasks: 'wait' }],
      [30, { kind: 'enableJob', ...on }],
      [30, { kind: 'updateJob', ...on, priority: 1 }],
      [30, { kind: 'terminateJob', jobId: 'none' }],
    ]);
    expect(answersOf(record)).toEqual([
      '202 accepted',
      ...Array<string>(4).fill('409 JobCompleted'),
      '404 JobNotFound',
    ]);
    expect(record.tasks).toMatchObject({ submitted: 1, refused: 1 });
    const refusal = log.find(({ event }) => event === 'TaskRefusal');
    expect(refusal?.body).toMatchObject({ id: 'task-1', httpStatus: 409, code: 'JobCompleted' });
  });
});

describe('deleteJob (service.md section 3.3)', () => {
  it('ends all its tasks and is gone', () => {
    const { record, log } = run(tasks(3, 100), {}, [
      [30, { kind: 'deleteJob', ...on }],
      [40, { kind: 'deleteJob', ...on }],
    ]);
    expect(jobStatesOf(log)).toBe('active@0 deleting@30 deleted@30');
    expect(record.tasks).toMatchObject({ terminated: 3, active: 0 });
    expect(answersOf(record)).toEqual(['202 accepted', '404 JobNotFound']);
  });

  it('deletes the tasks that a completed job has left active', () => {
    const { record, log } = run(tasks(3, 100), {}, [
      [30, { kind: 'terminateJob', ...on }],
      [40, { kind: 'deleteJob', ...on }],
    ]);
    expect(jobStatesOf(log)).toBe('active@0 terminating@30 completed@30 deleting@40 deleted@40');
    expect(record.tasks).toMatchObject({ terminated: 3, active: 0 });
  });
});

describe('disableJob and enableJob (service.md section 3.1)', () => {
  const disable = (disableTasks: 'requeue' | 'terminate' | 'wait'): Operation => ({
    kind: 'disableJob',
    ...on,
    disableTasks,
  });
  const enable: Operation = { kind: 'enableJob', ...on };

  it('requeue stops running tasks, and they run again from the start when the job is enabled', () => {
    const { record, log } = run(tasks(2, 100), {}, [
      [30, disable('requeue')],
      [50, enable],
    ]);
    expect(jobStatesOf(log)).toBe('active@0 disabling@30 disabled@30 enabling@50 active@50');
    expect(record.tasks).toMatchObject({ succeeded: 2, requeues: 1 });
    expect(record.makespanSeconds).toBe(250);
  });

  it('terminate ends running tasks for good', () => {
    const { record } = run(tasks(2, 100), {}, [
      [30, disable('terminate')],
      [50, enable],
    ]);
    expect(record.tasks).toMatchObject({ succeeded: 1, terminated: 1 });
    expect(record.makespanSeconds).toBe(150);
  });

  it('wait lets running tasks end before the job is disabled', () => {
    const { record, log } = run(tasks(2, 100), {}, [
      [30, disable('wait')],
      [50, enable],
      [150, enable],
    ]);
    expect(jobStatesOf(log)).toBe('active@0 disabling@30 disabled@100 enabling@150 active@150');
    expect(answersOf(record)).toEqual([
      '202 accepted',
      '409 OperationInvalidForCurrentState',
      '202 accepted',
    ]);
    expect(record.makespanSeconds).toBe(250);
  });

  it('can be disabled again while it is disabling or disabled, with another option', () => {
    const { record, log } = run(tasks(1, 100), {}, [
      [30, disable('wait')],
      [40, disable('requeue')],
      [50, disable('wait')],
      [60, enable],
    ]);
    expect(jobStatesOf(log)).toBe('active@0 disabling@30 disabled@40 enabling@60 active@60');
    expect(record.makespanSeconds).toBe(160);
  });

  it('holds back tasks that come while it is disabled, although nodes are free', () => {
    const { record } = run([{ at: 20, runs: 10 }], {}, [
      [10, disable('wait')],
      [500, enable],
    ]);
    expect(record.wait.maxSeconds).toBe(480);
  });

  it('stalls the run that nobody enables', () => {
    const { record } = run(tasks(1, 100), {}, [[30, disable('requeue')]]);
    expect(record.end.stalledTasks?.[0]?.reason).toBe('its job is disabled');
  });

  it('lets the pool of the job be changed, and only then', () => {
    const move: Operation = { kind: 'updateJob', ...on, poolInfo: { poolId: 'Second' } };
    const { record } = run(
      tasks(2, 100),
      {},
      [
        [10, move],
        [30, disable('requeue')],
        [35, { ...move, poolInfo: { poolId: 'none' } }],
        [40, move],
        [50, enable],
      ],
      1,
      {
        pools: [pool({ targetDedicatedNodes: 1 }), pool({ id: 'second', targetDedicatedNodes: 2 })],
      },
    );
    expect(answersOf(record)).toEqual([
      '409 OperationInvalidForCurrentState',
      '202 accepted',
      '404 PoolNotFound',
      '200 accepted',
      '202 accepted',
    ]);
    expect(record.makespanSeconds).toBe(150);
    expect(record.pools[1]!.nodes.dedicated.slotSeconds).toBe(200);
  });
});

describe('maxParallelTasks (service.md section 3.2)', () => {
  it('caps the tasks that hold nodes at one time', () => {
    const { record } = run(tasks(6, 10), { maxParallelTasks: 2 }, [], 5);
    expect(record.makespanSeconds).toBe(30);
  });

  it('can be raised and lowered at any time', () => {
    const { record } = run(
      tasks(6, 10),
      { maxParallelTasks: 1 },
      [
        [5, { kind: 'updateJob', ...on, maxParallelTasks: 3 }],
        [6, { kind: 'updateJob', ...on, maxParallelTasks: 0 }],
      ],
      5,
    );
    // One from 0, two more from 5; then three at a time.
    expect(record.makespanSeconds).toBe(25);
    expect(answersOf(record)).toEqual(['200 accepted', '400 InvalidPropertyValue']);
  });

  it('leaves the other nodes to other jobs', () => {
    const { record } = run([...tasks(4, 10), { runs: 10, job: 1 }], {}, [], 2, {
      jobs: [
        { id: 'job', pool: 0, maxTaskRetryCount: 0, priority: 5, maxParallelTasks: 1 },
        { id: 'other', pool: 0, maxTaskRetryCount: 0 },
      ],
    });
    expect(record.makespanSeconds).toBe(40);
    expect(record.wait.p50Seconds).toBeLessThanOrEqual(10.1);
  });
});

describe('constraints.maxWallClockTime (service.md section 3.2)', () => {
  it('terminates the job and its running tasks, counted from its creation', () => {
    const { record, log } = run(tasks(3, 100), { maxWallClockTime: seconds(150) });
    expect(jobStatesOf(log)).toBe('active@0 terminating@150 completed@150');
    expect(reasonOf(log)).toBe('MaxWallClockTimeExpiry');
    expect(record.tasks).toMatchObject({ succeeded: 1, terminated: 1, active: 1 });
  });

  it('ends a job whose tasks can never run', () => {
    const { record } = run([{ runs: 10, slots: 2 }], { maxWallClockTime: seconds(150) });
    expect(record.end).toMatchObject({ reason: 'drained' });
    expect(record.tasks.active).toBe(1);
  });

  it('can be changed; a time that is over ends the job at once', () => {
    const { log } = run(tasks(3, 100), { maxWallClockTime: seconds(1000) }, [
      [130, { kind: 'updateJob', ...on, constraints: { maxWallClockTime: seconds(60) } }],
    ]);
    expect(jobStatesOf(log)).toBe('active@0 terminating@130 completed@130');
  });
});

describe('onAllTasksComplete = terminatejob (service.md section 3.2)', () => {
  it('completes the job with its last task', () => {
    const { log } = run([{ runs: 10 }, { at: 50, runs: 10 }], {
      onAllTasksComplete: 'terminatejob',
    });
    expect(jobStatesOf(log)).toBe('active@0 terminating@60 completed@60');
    expect(reasonOf(log)).toBe('AllTasksComplete');
  });

  it('counts a job without tasks as all complete, from its creation where a parameter says so', () => {
    const { record, log } = run(
      [{ at: 5, runs: 10 }],
      { onAllTasksComplete: 'terminatejob' },
      [],
      1,
      {
        parameters: { 'job.all_tasks_complete_from': 'creation' },
      },
    );
    expect(jobStatesOf(log)).toBe('active@0 terminating@0 completed@0');
    expect(record.tasks).toMatchObject({ submitted: 0, refused: 1 });
    expect(jobStatesOf(run([], { onAllTasksComplete: 'terminatejob' }).log)).toBe(
      'active@0 terminating@0 completed@0',
    );
  });

  it('takes effect at once when it is set during the run, and cannot be taken back', () => {
    const set: Operation = { kind: 'updateJob', ...on, onAllTasksComplete: 'terminatejob' };
    const { record, log } = run([{ runs: 100 }, { at: 500, runs: 10 }], {}, [
      [50, set],
      [60, { ...set, onAllTasksComplete: 'noaction' }],
    ]);
    expect(jobStatesOf(log)).toBe('active@0 terminating@100 completed@100');
    expect(answersOf(record)).toEqual(['200 accepted', '400 InvalidPropertyValue']);
    expect(record.tasks.refused).toBe(1);
  });
});

describe('priority (service.md sections 3.2 and 5)', () => {
  const jobs: JobInput[] = [
    { id: 'job', pool: 0, maxTaskRetryCount: 0 },
    { id: 'other', pool: 0, maxTaskRetryCount: 0, priority: 1 },
  ];

  it('can be changed at any time, and orders what waits from then on', () => {
    const { log } = run(
      [{ runs: 10, job: 1 }, { runs: 10, job: 1 }, { runs: 10 }],
      {},
      [
        [5, { kind: 'updateJob', ...on, priority: 2 }],
        [6, { kind: 'updateJob', ...on, priority: 1001 }],
      ],
      1,
      { jobs },
    );
    const starts = log.filter(({ event }) => event === 'TaskStart').map(({ body }) => body['id']);
    expect(starts).toEqual(['task-0', 'task-2', 'task-1']);
  });

  it('is refused outside -1000 to 1000', () => {
    const { record } = run([{ runs: 10 }], {}, [
      [5, { kind: 'updateJob', ...on, priority: 1001 }],
      [5, { kind: 'updateJob', ...on, priority: -1000 }],
    ]);
    expect(answersOf(record)).toEqual(['400 OutOfRangePriority', '200 accepted']);
  });
});

describe('updateJob of maxTaskRetryCount (service.md section 4.2)', () => {
  const retries = (maxTaskRetryCount: number): Operation => ({
    kind: 'updateJob',
    ...on,
    constraints: { maxTaskRetryCount },
  });

  it('counts for the tasks that do not say otherwise, also for one that runs', () => {
    const { record, log } = run(
      [
        { runs: 10, exitCode: 1 },
        { runs: 10, exitCode: 1, settings: { maxTaskRetryCount: 1 } },
      ],
      {},
      [[5, retries(2)]],
    );
    expect(answersOf(record)).toEqual(['200 accepted']);
    expect(record.tasks).toMatchObject({ attempts: 3 + 2, retries: 2 + 1 });
    const updated = log.find(({ event }) => event === 'JobUpdate')!;
    expect(updated.body['maxTaskRetryCount']).toBe(2);
  });

  it('may be lowered below the retries that were made, and is refused below -1', () => {
    const { record } = run([{ runs: 10, exitCode: 1 }], { maxTaskRetryCount: -1 }, [
      [5, retries(-2)],
      [25, retries(1)],
    ]);
    expect(answersOf(record)).toEqual(['400 InvalidConstraintValue', '200 accepted']);
    expect(record.tasks).toMatchObject({ attempts: 3, failed: 1 });
  });
});
