import { describe, expect, it } from 'vitest';

import type { AutoPoolInput, JobInput } from '../../src/simulator/index.js';
import { runLogged, type LoggedRun } from '../support/logged-run.js';
import {
  input,
  pool,
  scaledPool,
  seconds,
  taskSource,
  type InputSettings,
  type TestTask,
} from '../support/simulation-input.js';

const { id: _, ...one } = pool({ targetDedicatedNodes: 1 });

const autoPool = (more: Partial<AutoPoolInput> = {}): AutoPoolInput => ({
  autoPoolIdPrefix: 'auto',
  poolLifetimeOption: 'job',
  keepAlive: false,
  pool: one,
  ...more,
});

const job = (id: string, more: Partial<JobInput> = {}): JobInput => ({
  id,
  pool: -1,
  maxTaskRetryCount: 0,
  onAllTasksComplete: 'terminatejob',
  autoPool: autoPool(),
  ...more,
});

interface Run extends LoggedRun {
  /** Events of pools as name@second, in order. */
  readonly pools: string[];
}

function run(settings: InputSettings): Run {
  const logged = runLogged(input({ pools: [], ...settings }));
  const pools = logged.log
    .filter(({ event }) => /^Pool(Create|DeleteStart)$/.test(event))
    .map(({ t, event }) => `${event}@${t / 1000}`);
  return { ...logged, pools };
}

/** A schedule of a job a 1000 seconds, three times. */
const nightly = (specification: Partial<JobInput>, tasks: readonly TestTask[]) => ({
  id: 'nightly',
  schedule: {
    doNotRunUntil: 0,
    recurrenceInterval: seconds(1000),
    doNotRunAfter: seconds(2500),
  },
  jobSpecification: { ...job('', specification) },
  tasksOf: () => taskSource(tasks),
});

describe('an auto pool (service.md section 1.5)', () => {
  it('is made with its job and deleted with its end', () => {
    const { record, log, pools } = run({
      jobs: [job('one')],
      tasks: [{ runs: 100 }],
      parameters: { 'node.creating_to_idle_s': { constant: 40 } },
    });
    expect(pools).toEqual(['PoolCreate@0', 'PoolDeleteStart@140']);
    expect(record.tasks.succeeded).toBe(1);
    expect(record.pools[0]!.id).toMatch(/^auto_[0-9a-f]{8}-[0-9a-f]{4}-/);
    expect(log.find(({ event }) => event === 'PoolCreate')!.body['isAutoPool']).toBe(true);
    expect(record.end.reason).toBe('drained');
  });

  it('stays with keepAlive', () => {
    const { record, pools } = run({
      jobs: [job('one', { autoPool: autoPool({ keepAlive: true }) })],
      tasks: [{ runs: 100 }],
    });
    expect(pools).toEqual(['PoolCreate@0']);
    expect(record.pools[0]!.nodes.dedicated.removed).toBe(0);
  });

  it('is deleted with its job, whose tasks lose their nodes', () => {
    const { pools } = run({
      jobs: [job('one')],
      tasks: [{ runs: 1000 }],
      operations: [{ at: seconds(50), operation: { kind: 'deleteJob', jobId: 'one' } }],
    });
    expect(pools).toEqual(['PoolCreate@0', 'PoolDeleteStart@50']);
  });

  it('belongs to each job of a schedule with lifetime job: each pays the start-up again', () => {
    const { record, pools } = run({
      jobs: [],
      tasks: [],
      jobSchedules: [nightly({}, [{ runs: 100 }])],
      parameters: { 'node.creating_to_idle_s': { constant: 40 } },
    });
    expect(pools).toEqual([
      'PoolCreate@0',
      'PoolDeleteStart@140',
      'PoolCreate@1000',
      'PoolDeleteStart@1140',
      'PoolCreate@2000',
      'PoolDeleteStart@2140',
    ]);
    expect(new Set(record.pools.map(({ id }) => id)).size).toBe(3);
  });

  it('with lifetime jobschedule is made with the first job, shared by the others, and deleted with the schedule', () => {
    const shared = autoPool({ poolLifetimeOption: 'jobschedule' });
    const { record, pools } = run({
      jobs: [],
      tasks: [],
      jobSchedules: [nightly({ autoPool: shared }, [{ runs: 100 }])],
    });
    expect(pools).toEqual(['PoolCreate@0', 'PoolDeleteStart@2500']);
    expect(record.tasks.succeeded).toBe(3);
  });

  it('scales by its formula', () => {
    const { id: __, ...scaled } = scaledPool(() => ({ dedicated: 2 }));
    const { record } = run({
      jobs: [job('one', { autoPool: autoPool({ pool: scaled }) })],
      tasks: [{ runs: 100 }, { runs: 100 }],
    });
    expect(record.makespanSeconds).toBe(100);
  });

  it('that the quota of pools leaves no room for completes its job with a schedulingError', () => {
    const { record, log } = run({
      account: { poolQuota: 1 },
      jobs: [job('one'), job('two')],
      tasks: [{ runs: 100 }, { runs: 100, job: 1 }],
    });
    expect(record.tasks).toMatchObject({ succeeded: 1, refused: 1 });
    const failed = log.find(({ body }) => 'schedulingError' in body)!;
    expect(failed.body).toMatchObject({
      id: 'two',
      to: 'completed',
      schedulingError: { code: 'AutoPoolCreationFailedWithQuotaReached' },
    });
  });

  it('makes room for another when it is gone', () => {
    const { record } = run({
      account: { poolQuota: 1 },
      jobs: [],
      tasks: [],
      jobSchedules: [nightly({}, [{ runs: 100 }])],
    });
    expect(record.pools.length).toBe(3);
  });

  it('keeps priorities of jobs apart: each pool serves its own job (section 1.5)', () => {
    const { record } = run({
      jobs: [job('low'), job('high', { priority: 100 })],
      tasks: [{ runs: 100 }, { runs: 100, job: 1 }],
    });
    expect(record.makespanSeconds).toBe(100);
  });
});
