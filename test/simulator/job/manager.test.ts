import { describe, expect, it } from 'vitest';

import type { JobInput, Operation } from '../../../src/simulator/index.js';
import type { JobManagerTask } from '../../../src/simulator/input/job-manager-task.js';
import { jobStatesOf, taskStartsOf } from '../../support/log-extracts.js';
import {
  requestsOf,
  runOnOneNode,
  type LoggedRun,
  type Requests,
} from '../../support/logged-run.js';
import {
  latest,
  pool,
  scaledPool,
  seconds,
  type InputSettings,
  type TestTask,
} from '../../support/simulation-input.js';
import { managerTask, preparationTask, releaseTask } from '../../support/special-tasks.js';

/** A job with a job manager task of 50 s. */
function job(manager: Partial<JobManagerTask> = {}, more: Partial<JobInput> = {}): JobInput {
  return {
    id: 'job',
    pool: 0,
    maxTaskRetryCount: 0,
    jobManagerTask: managerTask(50, manager),
    ...more,
  };
}

const lives = { killJobOnCompletion: false } as const;

function run(
  jobs: readonly JobInput[],
  tasks: readonly TestTask[],
  settings: Partial<InputSettings> = {},
  operations: Requests = [],
): LoggedRun {
  return runOnOneNode({ ...settings, jobs, tasks, operations: requestsOf(operations) });
}

const nodes = (count: number, more: Parameters<typeof pool>[0] = {}) => ({
  pools: [pool({ targetDedicatedNodes: count, ...more })],
});

/** `manager@0 task-0@50 ...`: starts of tasks. */
const starts = ({ log }: LoggedRun): string => taskStartsOf(log).join(' ');

const states = ({ log }: LoggedRun): string => jobStatesOf(log);

const reboot: Operation = { kind: 'rebootNode', poolId: 'pool', nodes: { numbers: [1] } };

describe('a job manager task', () => {
  it('is created and queued with the job, as a task of type JobManager', () => {
    const result = run([job({ requiredSlots: 1 })], [], nodes(1, { taskSlotsPerNode: 4 }));
    const events = result.log.filter(({ body }) => body['id'] === 'manager');
    expect(events[0]).toMatchObject({ t: 0, event: 'TaskStateChange', body: { to: 'active' } });
    const start = events.find(({ event }) => event === 'TaskStart')!;
    expect(start.body).toMatchObject({ taskType: 'JobManager', requiredSlots: 1 });
    expect(result.record.tasks).toMatchObject({ submitted: 1, succeeded: 1 });
  });

  it('goes before the other tasks of its job', () => {
    const grown = nodes(0);
    const grow: Operation = { kind: 'resizePool', poolId: 'pool', targetDedicatedNodes: 1 };
    const result = run([job(lives)], [{ runs: 10 }, { runs: 10 }], grown, [[100, grow]]);
    expect(starts(result)).toBe('manager@100 task-0@150 task-1@160');
  });

  it('has no priority over tasks of other jobs: across jobs only their priority counts', () => {
    const other: JobInput = { id: 'other', pool: 0, maxTaskRetryCount: 0, priority: 1 };
    const grow: Operation = { kind: 'resizePool', poolId: 'pool', targetDedicatedNodes: 1 };
    const result = run([job(), other], [{ runs: 10, job: 1 }], nodes(0), [[100, grow]]);
    expect(starts(result)).toBe('task-0@100 manager@110');
  });

  it('ends its job with its completion, and the running tasks with it', () => {
    const result = run([job()], [{ runs: 500 }, { runs: 500 }], nodes(2));
    expect(states(result)).toBe('active@0 terminating@50 completed@50');
    const reason = result.log.find(({ body }) => 'terminateReason' in body)!;
    expect(reason.body['terminateReason']).toBe('JMComplete');
    expect(result.record.tasks).toMatchObject({ succeeded: 1, terminated: 1, active: 1 });
    expect(result.record.tasks.attempts).toBe(2);
  });

  it('ends it too when it fails for good', () => {
    const result = run([job({ exitCode: 1 })], [{ runs: 500 }], nodes(2));
    expect(states(result)).toBe('active@0 terminating@50 completed@50');
  });

  it('lets the job go on with killJobOnCompletion false', () => {
    const result = run([job(lives)], [{ runs: 500 }], nodes(2));
    expect(states(result)).toBe('active@0');
    expect(result.record.tasks).toMatchObject({ succeeded: 2, terminated: 0 });
  });

  it('has constraints of its own', () => {
    const settings = { maxTaskRetryCount: 2, maxWallClockTime: seconds(40) };
    const limited = run([job({ settings })], []);
    expect(states(limited)).toBe('active@0 terminating@40 completed@40');
    const failing = run([job({ exitCode: 1, settings: { maxTaskRetryCount: 2 } })], []);
    expect(starts(failing)).toBe('manager@0 manager@50 manager@100');
  });

  it('counts as a task of its pool', () => {
    const seen: number[] = [];
    const pools = [
      scaledPool((view) => {
        seen.push(latest(view, '$ActiveTasks'));
        return { dedicated: 0 };
      }),
    ];
    run([job()], [], { pools, until: { kind: 'time', at: seconds(400) } });
    expect(seen[1]).toBe(1);
  });

  it('is released with the preparation and release tasks of its job', () => {
    const special = { preparationTask: preparationTask(10), releaseTask: releaseTask(60) };
    const result = run([job({}, special)], []);
    expect(states(result)).toBe('active@0 terminating@60 completed@120');
  });
});

describe('runExclusive', () => {
  const wide = nodes(1, { taskSlotsPerNode: 4 });

  it('keeps other tasks from its node while it runs', () => {
    const result = run([job(lives)], [{ runs: 10 }], wide);
    expect(starts(result)).toBe('manager@0 task-0@50');
  });

  it('lets it start only on an idle node', () => {
    const other: JobInput = { id: 'other', pool: 0, maxTaskRetryCount: 0 };
    const grow: Operation = { kind: 'resizePool', poolId: 'pool', targetDedicatedNodes: 1 };
    const first = { ...other, priority: 1 };
    const result = run([job(), first], [{ runs: 30, job: 1 }], nodes(0, { taskSlotsPerNode: 4 }), [
      [100, grow],
    ]);
    expect(starts(result)).toBe('task-0@100 manager@130');
  });

  it('false lets others run beside it', () => {
    const result = run([job({ ...lives, runExclusive: false })], [{ runs: 10 }], wide);
    expect(starts(result)).toBe('manager@0 task-0@0');
  });
});

describe('allowLowPriorityNode', () => {
  const spot = { pools: [pool({ targetLowPriorityNodes: 1 })] };

  it('lets it run on spot nodes by default', () => {
    expect(starts(run([job()], [], spot))).toBe('manager@0');
  });

  it('false lets it wait for a dedicated node, and other tasks pass it', () => {
    const resize: Operation = {
      kind: 'resizePool',
      poolId: 'pool',
      targetDedicatedNodes: 1,
      targetLowPriorityNodes: 1,
    };
    const waiting = { ...lives, allowLowPriorityNode: false };
    const result = run([job(waiting)], [{ runs: 200 }], spot, [[100, resize]]);
    expect(starts(result)).toBe('task-0@0 manager@100');
  });

  it('false without any dedicated node stalls the run', () => {
    const { record } = run([job({ allowLowPriorityNode: false })], [], spot);
    expect(record.end).toMatchObject({
      reason: 'stalled',
      stalledTasks: [
        {
          taskId: 'manager',
          reason: 'its allowLowPriorityNode is false, and pool pool has no dedicated node',
        },
      ],
    });
  });
});

describe('the restart of a job manager task', () => {
  const other = (priority: number): JobInput => ({
    id: 'other',
    pool: 0,
    maxTaskRetryCount: 0,
    priority,
  });
  const parameters = { 'node.reboot_s': { constant: 1000 } };
  /** The node of the job manager task reboots at 20 s; two tasks of another job run on the other nodes. */
  const restarted = (
    priority: number,
    more: NonNullable<InputSettings['parameters']> = {},
  ): LoggedRun =>
    run(
      [job({ settings: { maxTaskRetryCount: 1 } }), other(priority)],
      [
        { at: 1, runs: 300, job: 1 },
        { at: 2, runs: 300, job: 1 },
      ],
      { ...nodes(3), parameters: { ...parameters, ...more } },
      [[20, reboot]],
    );

  it('has the highest priority: a running task of the pool is stopped and requeued for it', () => {
    const result = restarted(0);
    expect(starts(result)).toBe('manager@0 task-0@1 task-1@2 manager@20 task-1@70');
    expect(result.record.tasks).toMatchObject({ requeues: 2, succeeded: 3 });
  });

  it('sched.preempted_task says which one', () => {
    const result = restarted(0, { 'sched.preempted_task': 'oldest' });
    expect(starts(result)).toBe('manager@0 task-0@1 task-1@2 manager@20 task-0@70');
  });

  it('never stops a task of a job of higher priority', () => {
    expect(starts(restarted(1))).toBe('manager@0 task-0@1 task-1@2 manager@301');
  });

  it('stops none where sched.job_manager_makes_room is no', () => {
    const result = restarted(0, { 'sched.job_manager_makes_room': 'no' });
    expect(starts(result)).toBe('manager@0 task-0@1 task-1@2 manager@301');
  });

  it('stops none where a node is idle', () => {
    const result = run(
      [job(), other(0)],
      [{ at: 1, runs: 300, job: 1 }],
      { ...nodes(3), parameters },
      [[20, reboot]],
    );
    expect(starts(result)).toBe('manager@0 task-0@1 manager@20');
    expect(result.record.tasks.requeues).toBe(1);
  });

  it('its first start stops none', () => {
    const late = run([other(0), job()], [{ runs: 300 }], nodes(1), []);
    expect(late.record.tasks.requeues).toBe(0);
  });

  it('does not stop another job manager task', () => {
    const second = job({}, { id: 'second' });
    const result = run([job(), second], [], { ...nodes(2), parameters }, [[20, reboot]]);
    expect(starts(result)).toBe('manager@0 manager@0 manager@50');
  });
});

describe('the node of a job manager task', () => {
  const shrink: Operation = { kind: 'resizePool', poolId: 'pool', targetDedicatedNodes: 1 };

  it.each(['idle-first', 'newest-first', 'oldest-first', 'random'] as const)(
    'leaves last when the pool shrinks, in order %s',
    (order) => {
      const result = run(
        [job()],
        [{ at: 1, runs: 300 }],
        { ...nodes(3), parameters: { 'shrink.order': order } },
        [[20, shrink]],
      );
      expect(starts(result)).toBe('manager@0 task-0@1');
      expect(states(result)).toBe('active@0 terminating@50 completed@50');
    },
  );

  it('leaves at once when a user names it', () => {
    const remove: Operation = { kind: 'removeNodes', poolId: 'pool', nodes: { numbers: [1] } };
    const result = run([job()], [], nodes(2), [[20, remove]]);
    expect(starts(result)).toBe('manager@0 manager@20');
  });
});
