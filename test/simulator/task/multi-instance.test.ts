import { describe, expect, it } from 'vitest';

import { simulate, type PoolInput, type TimedOperation } from '../../../src/simulator/index.js';
import type { MultiInstanceSettings, TaskSettings } from '../../../src/workload/task-settings.js';
import { runLogged, type LoggedRun } from '../../support/logged-run.js';
import type { LogLine } from '../../support/recompute/log-line.js';
import {
  input,
  latest,
  pool,
  scaledPool,
  seconds,
  type InputSettings,
  type TestTask,
} from '../../support/simulation-input.js';

const host = (nodes: number, settings: Partial<PoolInput> = {}): PoolInput =>
  pool({ targetDedicatedNodes: nodes, enableInterNodeCommunication: true, ...settings });

function gang(
  numberOfInstances: number,
  more: Partial<MultiInstanceSettings> = {},
  settings: TaskSettings = {},
): TaskSettings {
  return {
    ...settings,
    multiInstance: { numberOfInstances, coordinationTime: 0, coordinationFailureShare: 0, ...more },
  };
}

function run(tasks: readonly TestTask[], settings: Partial<InputSettings> = {}): LoggedRun {
  return runLogged(input({ pools: [host(3)], ...settings, tasks }));
}

/** Seconds at which an event happened, by the id of its task. */
function times(log: readonly LogLine[], event: string): [string, number][] {
  return log
    .filter((line) => line.event === event)
    .map(({ t, body }) => [body['id'] as string, t / 1000]);
}

function nodesOf(log: readonly LogLine[], event: string): string[] {
  return log
    .filter((line) => line.event === event)
    .map(({ body }) => /_(\d)-/.exec((body['nodeInfo'] as { nodeId: string }).nodeId)![1]!);
}

describe('allocation', () => {
  it('all nodes of a multi-instance task must be available together', () => {
    const { log } = run([
      { runs: 100 },
      { at: 1, runs: 10, settings: gang(3) },
      { at: 2, runs: 50 },
    ]);
    // The ordinary task passes it: nothing is reserved.
    expect(times(log, 'TaskStart')).toEqual([
      ['task-0', 0],
      ['task-2', 2],
      ['task-1', 100],
    ]);
  });

  it('one instance runs on each node: the primary on the first, subtasks from 1 to n - 1', () => {
    const { log } = run([{ runs: 10, settings: gang(3) }]);
    expect(nodesOf(log, 'TaskAssign')).toEqual(['1']);
    expect(nodesOf(log, 'SubtaskAssign')).toEqual(['2', '3']);
    const started = log.filter(
      ({ event, body }) => event === 'SubtaskStateChange' && body['to'] === 'running',
    );
    expect(started.map(({ body }) => body['subtaskId'])).toEqual([1, 2]);
  });

  it('needs enableInterNodeCommunication and one task slot a node, else the task stays active for ever', () => {
    const tasks = [{ runs: 10, settings: gang(2) }];
    const why = (pools: readonly PoolInput[]): string | undefined =>
      run(tasks, { pools }).record.end.stalledTasks?.[0]?.reason;
    expect(why([host(3, { enableInterNodeCommunication: false })])).toMatch(
      /^multi-instance tasks need enableInterNodeCommunication and one task slot a node/,
    );
    expect(why([host(3, { taskSlotsPerNode: 2 })])).toMatch(/one task slot a node/);
    expect(why([host(1)])).toBe(
      'a multi-instance task needs 2 nodes at once, and pool pool has 1 and no formula',
    );
  });

  it('ends a run whose formula never gives enough nodes', () => {
    const pools = [scaledPool(() => ({ dedicated: 2 }), { enableInterNodeCommunication: true })];
    const { end } = run([{ runs: 10, settings: gang(3) }], { pools }).record;
    expect(end.stalledTasks?.[0]?.reason).toMatch(/has not had for 8 days/);
  });

  it('nodes that a task leaves are offered together, so that the next one of as many instances gets them', () => {
    const { log } = run([
      { runs: 10, settings: gang(3) },
      { at: 1, runs: 10, settings: gang(3) },
      { at: 2, runs: 10, settings: gang(2) },
      { at: 2, runs: 10 },
    ]);
    expect(times(log, 'TaskStart')).toEqual([
      ['task-0', 0],
      ['task-1', 10],
      ['task-2', 20],
      ['task-3', 20],
    ]);
  });
});

describe('an attempt', () => {
  it('common files everywhere, then the coordination command everywhere, then the command on the primary', () => {
    const settings = gang(
      2,
      { coordinationTime: seconds(7), commonResourceFiles: [{ bytes: 1e9 }] },
      { resourceFiles: [{ bytes: 3e9 }] },
    );
    const { record } = run([{ runs: 100, settings }], {
      parameters: { 'task.download_bytes_per_s': 1e8 },
    });
    expect(record.makespanSeconds).toBe(10 + 7 + 30 + 100);
  });

  it("the primary's exit ends everything and is the exit code of the task", () => {
    const { log, record } = run([{ runs: 10, exitCode: 3, settings: gang(3) }]);
    const complete = log.find(({ event }) => event === 'TaskComplete')!;
    expect(complete.body['executionInfo']).toMatchObject({ exitCode: 3 });
    expect(times(log, 'SubtaskRelease')).toEqual([
      ['task-0', 10],
      ['task-0', 10],
    ]);
    expect(record.tasks.failed).toBe(1);
  });

  it('a subtask that fails fails the task, which is retried as a whole up to its limit', () => {
    const settings = gang(
      2,
      { coordinationTime: seconds(5), coordinationFailureShare: 1 },
      { maxTaskRetryCount: 2 },
    );
    const { log, record } = run([{ runs: 100, settings }]);
    expect(times(log, 'TaskStart')).toEqual([
      ['task-0', 0],
      ['task-0', 5],
      ['task-0', 10],
    ]);
    expect(times(log, 'SubtaskAssign')).toHaveLength(3);
    expect(record.tasks.failureCodes).toEqual({ FailureExitCode: 1 });
  });

  it('a share of failing coordination commands fails a task unless all of them succeed', () => {
    const tasks = Array.from({ length: 4000 }, () => ({
      runs: 1,
      settings: gang(3, { coordinationFailureShare: 0.1 }),
    }));
    const { tasks: counts } = simulate(input({ pools: [host(3)], tasks }));
    // 1 - 0.9 ** 3 = 0.271; four standard deviations are 0.028.
    expect(Math.abs(counts.failed / 4000 - 0.271)).toBeLessThan(0.028);
  });

  it('constraints apply to all instances: maxWallClockTime counts the coordination command', () => {
    const settings = gang(2, { coordinationTime: seconds(20) }, { maxWallClockTime: seconds(50) });
    const { record } = run([{ runs: 40, settings }]);
    expect(record.tasks.failureCodes).toEqual({ TaskEnded: 1 });
    expect(record.makespanSeconds).toBe(50);
  });
});

describe('the loss of a node', () => {
  const task = { runs: 100, settings: gang(2) };

  /** Of the node of the subtask, 30 s after the start. */
  const disableScheduling = (
    nodeDisableSchedulingOption: 'requeue' | 'terminate' | 'taskcompletion',
  ): TimedOperation => ({
    at: seconds(30),
    operation: {
      kind: 'disableNodeScheduling',
      poolId: 'pool',
      nodes: { numbers: [2] },
      nodeDisableSchedulingOption,
    },
  });

  it('of any instance runs the whole task again', () => {
    const { log, record } = run([task], {
      pools: [host(0, { targetLowPriorityNodes: 3 })],
      faults: [
        {
          kind: 'preemption',
          poolId: 'pool',
          times: { kind: 'at', at: [seconds(30)] },
          nodes: { kind: 'chosen', nodes: { numbers: [2] } },
        },
      ],
    });
    expect(times(log, 'TaskStart').map(([, at]) => at)).toEqual([0, 30]);
    expect(record.tasks.recoveries).toBe(1);
    expect(record.makespanSeconds).toBe(130);
  });

  it('requeue of one node requeues the task and frees the other nodes', () => {
    const { log, record } = run([task], {
      operations: [disableScheduling('requeue')],
    });
    expect(times(log, 'TaskStart').map(([, at]) => at)).toEqual([0, 30]);
    expect(record.tasks.requeues).toBe(1);
  });

  it('terminate of one node ends the task everywhere', () => {
    const { record } = run([task], {
      operations: [disableScheduling('terminate')],
    });
    expect(record.tasks.terminated).toBe(1);
    expect(record.makespanSeconds).toBe(30);
  });

  it('a node that drains for completion leaves when the task of its subtask ends', () => {
    const { log } = run([task], {
      operations: [disableScheduling('taskcompletion')],
    });
    const offline = log.find(({ body }) => body['to'] === 'offline')!;
    expect(offline.t / 1000).toBe(100);
  });
});

describe('what formulas see', () => {
  it('$ActiveTasks counts the instances of a waiting multi-instance task, $RunningTasks the task', () => {
    const seen: Record<string, number>[] = [];
    const pools = [
      scaledPool(
        (view) => {
          const names = ['$ActiveTasks', '$RunningTasks', '$PendingTasks'];
          seen.push(Object.fromEntries(names.map((name) => [name, latest(view, name)])));
          return { dedicated: seen.length > 1 ? 4 : 1 };
        },
        { enableInterNodeCommunication: true },
      ),
    ];
    run([{ at: 1, runs: 1000, settings: gang(4) }], {
      pools,
      until: { kind: 'time', at: seconds(700) },
    });
    expect(seen.slice(1)).toEqual([
      { $ActiveTasks: 4, $RunningTasks: 0, $PendingTasks: 4 },
      { $ActiveTasks: 0, $RunningTasks: 1, $PendingTasks: 1 },
    ]);
  });
});
