import { describe, expect, it } from 'vitest';

import type { JobInput, TimedOperation } from '../../../src/simulator/index.js';
import type { JobPreparationTask } from '../../../src/simulator/input/job-preparation-task.js';
import { runOnOneNode, type LoggedRun } from '../../support/logged-run.js';
import type { LogLine } from '../../support/recompute/log-line.js';
import {
  latest,
  pool,
  scaledPool,
  seconds,
  type InputSettings,
  type TestTask,
} from '../../support/simulation-input.js';
import { preparationTask } from '../../support/special-tasks.js';

function job(settings: Partial<JobPreparationTask> = {}, more: Partial<JobInput> = {}): JobInput {
  return {
    id: 'job',
    pool: 0,
    maxTaskRetryCount: 0,
    preparationTask: preparationTask(60, settings),
    ...more,
  };
}

function run(
  jobs: readonly JobInput[],
  tasks: readonly TestTask[],
  settings: Partial<InputSettings> = {},
): LoggedRun {
  return runOnOneNode({ ...settings, jobs, tasks });
}

const at = (log: readonly LogLine[], event: string): number[] =>
  log.filter((line) => line.event === event).map(({ t }) => t / 1000);

const states = (log: readonly LogLine[]): unknown[] =>
  log.filter(({ event }) => event === 'TaskStateChange').map(({ body }) => body['to']);

describe('a job preparation task', () => {
  it('runs on a node before the first task of the job on that node, and not again', () => {
    const { log } = run([job()], [{ runs: 10 }, { runs: 10 }]);
    expect(at(log, 'SpecialTask')).toEqual([60]);
    expect(at(log, 'TaskStart')).toEqual([60, 70]);
  });

  it('runs only on nodes that get a task', () => {
    const pools = [pool({ targetDedicatedNodes: 5 })];
    const { log } = run([job()], [{ runs: 10 }, { runs: 10 }], { pools });
    expect(at(log, 'SpecialTask')).toEqual([60, 60]);
  });

  it('the triggering task is preparing meanwhile, holds its slots and counts as running', () => {
    const { log, record } = run([job()], [{ runs: 10 }]);
    expect(states(log)).toEqual(['active', 'preparing', 'running', 'completed']);
    expect(record.pools[0]!.nodes.dedicated.slotSeconds).toBe(70);
    const seen: number[] = [];
    run([job({ runTime: seconds(900) })], [{ at: 1, runs: 10 }], {
      pools: [
        scaledPool((view) => {
          seen.push(latest(view, '$RunningTasks'));
          return { dedicated: 1 };
        }),
      ],
      until: { kind: 'time', at: seconds(400) },
    });
    expect(seen[1]).toBe(1);
  });

  it('each job prepares a node for itself', () => {
    const other: JobInput = { id: 'other', pool: 0, maxTaskRetryCount: 0 };
    const { log } = run(
      [job(), other],
      [
        { runs: 10, job: 1 },
        { runs: 10, job: 0 },
      ],
    );
    expect(at(log, 'TaskStart')).toEqual([0, 70]);
  });

  it('that fails is retried up to maxTaskRetryCount', () => {
    const { log } = run([job({ failureShare: 1, maxTaskRetryCount: 2 })], [{ runs: 10 }]);
    expect(at(log, 'SpecialTask')).toEqual([60, 120, 180]);
  });
});

describe('the failure of a preparation task', () => {
  it('makes the task active again, with TaskScheduleFail, and bars the node for the job', () => {
    const { log, record } = run([job({ failureShare: 1 })], [{ runs: 10 }]);
    expect(states(log)).toEqual(['active', 'preparing', 'active']);
    const [fail] = log.filter(({ event }) => event === 'TaskScheduleFail');
    expect(fail!.body['schedulingError']).toMatchObject({ code: 'JobPreparationTaskFailed' });
    expect(record.end).toMatchObject({
      reason: 'stalled',
      stalledTasks: [
        { reason: 'the preparation task of job job has failed on every node of pool pool' },
      ],
    });
    expect(record.tasks.retries).toBe(0);
  });

  it('leaves the node to other jobs', () => {
    const other: JobInput = { id: 'other', pool: 0, maxTaskRetryCount: 0 };
    const { log } = run(
      [job({ failureShare: 1 }), other],
      [{ runs: 10 }, { at: 100, runs: 10, job: 1 }],
    );
    expect(at(log, 'TaskStart')).toEqual([100]);
  });

  it('lets the task run on another node', () => {
    const pools = [pool({ targetDedicatedNodes: 40 })];
    const { log, record } = run([job({ failureShare: 0.5 })], [{ runs: 10 }], { pools });
    const ran = log
      .filter(({ event }) => event === 'SpecialTask')
      .map(({ body }) => (body['nodeInfo'] as { nodeId: string }).nodeId);
    expect(new Set(ran).size).toBe(ran.length);
    expect(record.tasks.succeeded).toBe(1);
  });

  it('holds until the node is reimaged, a reboot does not help', () => {
    const operation = (kind: 'rebootNode' | 'reimageNode', second: number): TimedOperation => ({
      at: seconds(second),
      operation: { kind, poolId: 'pool', nodes: {} },
    });
    const { log } = run([job({ failureShare: 1 })], [{ runs: 10 }], {
      parameters: {
        'node.reboot_s': { constant: 10 },
        'node.reimage_s': { constant: 20 },
      },
      operations: [operation('rebootNode', 100), operation('reimageNode', 200)],
    });
    expect(at(log, 'SpecialTask')).toEqual([60, 280]);
  });

  it('is ignored with waitForSuccess false, and tasks start while it runs', () => {
    const { log } = run([job({ failureShare: 1, waitForSuccess: false })], [{ runs: 100 }]);
    expect(at(log, 'TaskStart')).toEqual([0]);
    expect(at(log, 'SpecialTask')).toEqual([60]);
    expect(at(log, 'TaskComplete')).toEqual([100]);
  });
});

describe('after a reboot', () => {
  const rebooted = (
    settings: Partial<JobPreparationTask>,
    second: number,
  ): { readonly log: readonly LogLine[] } =>
    run([job(settings)], [{ runs: 100 }], {
      parameters: { 'node.reboot_s': { constant: 10 } },
      operations: [
        {
          at: seconds(second),
          operation: { kind: 'rebootNode', poolId: 'pool', nodes: {} },
        },
      ],
    });

  it('it runs again by default', () => {
    expect(at(rebooted({}, 90).log, 'TaskStart')).toEqual([60, 160]);
  });

  it('it does not with rerunOnNodeRebootAfterSuccess false', () => {
    const settings = { rerunOnNodeRebootAfterSuccess: false };
    expect(at(rebooted(settings, 90).log, 'TaskStart')).toEqual([60, 100]);
  });

  it('it always runs again if it had not completed', () => {
    const settings = { rerunOnNodeRebootAfterSuccess: false };
    expect(at(rebooted(settings, 30).log, 'TaskStart')).toEqual([100]);
  });
});

it('all nodes of a multi-instance task are prepared before it starts', () => {
  const multiInstance = { numberOfInstances: 3, coordinationTime: 0, coordinationFailureShare: 0 };
  const { log } = run([job()], [{ runs: 10 }, { at: 100, runs: 10, settings: { multiInstance } }], {
    pools: [pool({ targetDedicatedNodes: 3, enableInterNodeCommunication: true })],
  });
  expect(at(log, 'SpecialTask')).toEqual([60, 160, 160]);
  expect(at(log, 'TaskStart')).toEqual([60, 160]);
});
