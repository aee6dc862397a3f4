import { describe, expect, it } from 'vitest';

import type { JobInput, Operation } from '../../../src/simulator/index.js';
import type { JobReleaseTask } from '../../../src/simulator/input/job-release-task.js';
import { jobStatesOf } from '../../support/log-extracts.js';
import {
  requestsOf,
  runOnOneNode,
  type LoggedRun,
  type Requests,
} from '../../support/logged-run.js';
import type { LogLine } from '../../support/recompute/log-line.js';
import {
  pool,
  seconds,
  type InputSettings,
  type TestTask,
} from '../../support/simulation-input.js';
import { preparationTask, releaseTask } from '../../support/special-tasks.js';

const preparation = preparationTask(10);

/** A job that prepares its nodes for 10 s and releases them for 60 s. */
function job(release: Partial<JobReleaseTask> = {}, more: Partial<JobInput> = {}): JobInput {
  return {
    id: 'job',
    pool: 0,
    maxTaskRetryCount: 0,
    preparationTask: preparation,
    releaseTask: releaseTask(60, release),
    ...more,
  };
}

function run(
  jobs: readonly JobInput[],
  tasks: readonly TestTask[],
  operations: Requests = [],
  settings: Partial<InputSettings> = {},
): LoggedRun {
  return runOnOneNode({ ...settings, jobs, tasks, operations: requestsOf(operations) });
}

const ended = ({ log }: LoggedRun): LogLine[] =>
  log.filter(({ event, body }) => event === 'SpecialTask' && body['taskType'] === 'JobRelease');

const releasedAt = (result: LoggedRun): number[] => ended(result).map(({ t }) => t / 1000);

const terminate: Operation = { kind: 'terminateJob', jobId: 'job' };

describe('a job release task runs at the end of its job, which is completed after it:', () => {
  it('terminate', () => {
    const result = run([job()], [{ runs: 100 }], [[50, terminate]]);
    expect(releasedAt(result)).toEqual([110]);
    expect(jobStatesOf(result.log)).toBe('active@0 terminating@50 completed@110');
    expect(result.record.end).toMatchObject({ reason: 'drained' });
  });

  it('delete while active', () => {
    const result = run([job()], [{ runs: 100 }], [[50, { kind: 'deleteJob', jobId: 'job' }]]);
    expect(jobStatesOf(result.log)).toBe('active@0 deleting@50 deleted@110');
    expect(releasedAt(result)).toEqual([110]);
  });

  it('the longest time of the job', () => {
    const result = run([job({}, { maxWallClockTime: seconds(50) })], [{ runs: 100 }]);
    expect(jobStatesOf(result.log)).toBe('active@0 terminating@50 completed@110');
  });

  it('the last of its tasks', () => {
    const result = run([job({}, { onAllTasksComplete: 'terminatejob' })], [{ runs: 100 }]);
    expect(jobStatesOf(result.log)).toBe('active@0 terminating@110 completed@170');
  });

  it('not a second time when a terminated job is deleted', () => {
    const result = run(
      [job()],
      [{ runs: 100 }],
      [
        [50, terminate],
        [200, { kind: 'deleteJob', jobId: 'job' }],
      ],
    );
    expect(releasedAt(result)).toEqual([110]);
    expect(jobStatesOf(result.log)).toContain('deleting@200 deleted@200');
  });

  it('a job that is deleted while it terminates waits for those that run', () => {
    const result = run(
      [job()],
      [{ runs: 100 }],
      [
        [50, terminate],
        [80, { kind: 'deleteJob', jobId: 'job' }],
      ],
    );
    expect(jobStatesOf(result.log)).toBe('active@0 terminating@50 deleting@80 deleted@110');
  });
});

describe('it runs on the nodes that ran and completed the preparation task:', () => {
  const three = { pools: [pool({ targetDedicatedNodes: 3 })] };

  it('not on nodes that got no task', () => {
    const result = run([job()], [{ runs: 100 }, { runs: 100 }], [[50, terminate]], three);
    expect(releasedAt(result)).toEqual([110, 110]);
  });

  it('not on a node where the preparation task was still running, which stops then', () => {
    const result = run([job()], [{ runs: 100 }], [[5, terminate]]);
    expect(jobStatesOf(result.log)).toBe('active@0 terminating@5 completed@5');
    expect(result.log.filter(({ event }) => event === 'SpecialTask')).toEqual([]);
  });

  it('not on a node where the preparation task failed', () => {
    const failing = { preparationTask: { ...preparation, failureShare: 1 } };
    const result = run([job({}, failing)], [{ runs: 100 }], [[50, terminate]]);
    expect(jobStatesOf(result.log)).toBe('active@0 terminating@50 completed@50');
  });

  it('where tasks did not wait for it, a failed one has completed too', () => {
    const failing = { ...preparation, failureShare: 1, waitForSuccess: false };
    const result = run([job({}, { preparationTask: failing })], [{ runs: 100 }], [[50, terminate]]);
    expect(releasedAt(result)).toEqual([110]);
  });

  it('a reboot in between changes nothing, a reimage does', () => {
    const parameters = {
      'node.reboot_s': { constant: 10 },
      'node.reimage_s': { constant: 10 },
    };
    const after = (kind: 'rebootNode' | 'reimageNode'): string => {
      const reset: Operation = { kind, poolId: 'pool', nodes: {} };
      const operations = [[50, reset] as const, [200, terminate] as const];
      return jobStatesOf(run([job()], [{ runs: 20 }], operations, { parameters }).log);
    };
    expect(after('rebootNode')).toBe('active@0 terminating@200 completed@260');
    expect(after('reimageNode')).toBe('active@0 terminating@200 completed@200');
  });

  it('nodes that are gone by then are skipped (S3.2)', () => {
    const result = run(
      [job()],
      [{ runs: 20 }, { runs: 20 }],
      [
        [50, { kind: 'resizePool', poolId: 'pool', targetDedicatedNodes: 1 }],
        [200, terminate],
      ],
      { pools: [pool({ targetDedicatedNodes: 2 })] },
    );
    expect(releasedAt(result)).toEqual([260]);
  });
});

describe('its runs', () => {
  it('end at their time limit', () => {
    const settings = { runTime: seconds(2000), maxWallClockTime: seconds(300) };
    const result = run([job(settings)], [{ runs: 100 }], [[50, terminate]]);
    expect(jobStatesOf(result.log)).toBe('active@0 terminating@50 completed@350');
    expect(ended(result)[0]!.body['executionInfo']).toMatchObject({
      result: 'failure',
      schedulingError: { category: 'ServerError', code: 'TaskEnded' },
    });
  });

  it('may fail, which does not hold the job back', () => {
    const result = run([job({ failureShare: 1 })], [{ runs: 100 }], [[50, terminate]]);
    expect(jobStatesOf(result.log)).toBe('active@0 terminating@50 completed@110');
    expect(ended(result)[0]!.body).toMatchObject({
      taskName: 'jobrelease',
      executionInfo: { exitCode: 1, result: 'failure' },
    });
  });

  it('take no slot: another job has the node meanwhile', () => {
    const other: JobInput = { id: 'other', pool: 0, maxTaskRetryCount: 0 };
    const result = run([job(), other], [{ runs: 100 }, { runs: 30, job: 1 }], [[50, terminate]]);
    const starts = result.log.filter(({ event }) => event === 'TaskStart');
    expect(starts.map(({ t }) => t / 1000)).toEqual([10, 50]);
    expect(result.record.makespanSeconds).toBe(80);
    expect(result.record.pools[0]!.nodes.dedicated.slotSeconds).toBe(50 + 30);
  });

  it('start again if the node reboots during them', () => {
    const reboot: Operation = { kind: 'rebootNode', poolId: 'pool', nodes: {} };
    const result = run(
      [job()],
      [{ runs: 100 }],
      [
        [50, terminate],
        [80, reboot],
      ],
      { parameters: { 'node.reboot_s': { constant: 20 } } },
    );
    expect(releasedAt(result)).toEqual([160]);
    expect(jobStatesOf(result.log)).toBe('active@0 terminating@50 completed@160');
  });

  it('wait for a node that is restarting when the job ends', () => {
    const reboot: Operation = { kind: 'rebootNode', poolId: 'pool', nodes: {} };
    const result = run(
      [job()],
      [{ runs: 30 }],
      [
        [50, reboot],
        [55, terminate],
      ],
      { parameters: { 'node.reboot_s': { constant: 20 } } },
    );
    expect(releasedAt(result)).toEqual([130]);
  });

  it.each<readonly [string, Operation]>([
    ['leaves the pool', { kind: 'resizePool', poolId: 'pool', targetDedicatedNodes: 0 }],
    ['goes with its pool', { kind: 'deletePool', poolId: 'pool' }],
    ['is reimaged', { kind: 'reimageNode', poolId: 'pool', nodes: {} }],
  ])('are not waited for any longer on a node that %s', (_, operation) => {
    const result = run(
      [job()],
      [{ runs: 100 }],
      [
        [50, terminate],
        [80, operation],
      ],
    );
    expect(jobStatesOf(result.log)).toBe('active@0 terminating@50 completed@80');
    expect(releasedAt(result)).toEqual([]);
  });

  it('are not waited for on a node that is lost', () => {
    const result = run([job()], [{ runs: 100 }], [[50, terminate]], {
      faults: [
        {
          kind: 'nodeUnusable',
          poolId: 'pool',
          times: { kind: 'at', at: [seconds(80)] },
          nodes: { kind: 'count', count: 1 },
          recovery: 'never',
        },
      ],
    });
    expect(jobStatesOf(result.log)).toBe('active@0 terminating@50 completed@80');
  });
});
