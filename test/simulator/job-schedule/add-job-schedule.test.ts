import { describe, expect, it } from 'vitest';

import type { Operation, SimulationInput } from '../../../src/simulator/index.js';
import { jobCreationsOf } from '../../support/log-extracts.js';
import {
  answersOf,
  requestsOf,
  runRecomputed,
  type LoggedRun,
  type Requests,
} from '../../support/logged-run.js';
import { input, minutes, pool, taskSource } from '../../support/simulation-input.js';

type AddJobSchedule = Extract<Operation, { readonly kind: 'addJobSchedule' }>;

/** Every ten minutes a job with one task of a minute. */
const add = (
  schedule: Partial<AddJobSchedule['jobSchedule']['schedule']> = {},
  id = 'nightly',
): Operation => ({
  kind: 'addJobSchedule',
  jobSchedule: {
    id,
    schedule: { recurrenceInterval: minutes(10), ...schedule },
    jobSpecification: { pool: 0, maxTaskRetryCount: 0, onAllTasksComplete: 'terminatejob' },
    tasksOf: () => taskSource([{ runs: 60 }]),
  },
});

/** A run of 60 minutes; operations are [minute, what]. Every figure of its record must follow from its log. */
function run(
  operations: Requests,
  settings: Partial<Omit<SimulationInput, 'parameters'>> = {},
): LoggedRun {
  return runRecomputed(
    input({
      pools: [pool({ targetDedicatedNodes: 1 })],
      jobs: [],
      until: { kind: 'time', at: minutes(60) },
      ...settings,
      tasks: [],
      operations: requestsOf(operations, minutes),
    }),
  );
}

describe('addJobSchedule (service.md sections 3.6 and 10)', () => {
  it('creates its first job at once, and the others from there on', () => {
    const { record, log } = run([[15, add()]]);
    expect(answersOf(record)).toEqual(['201 accepted']);
    expect(record.operations[0]).toMatchObject({
      kind: 'addJobSchedule',
      jobScheduleId: 'nightly',
    });
    expect(jobCreationsOf(log)).toEqual([
      'nightly:job-1@15',
      'nightly:job-2@25',
      'nightly:job-3@35',
      'nightly:job-4@45',
      'nightly:job-5@55',
    ]);
    expect(record.tasks).toMatchObject({ submitted: 5, succeeded: 5 });
    expect(record.jobSchedules).toEqual([
      {
        id: 'nightly',
        state: 'active',
        jobsCreated: 5,
        recurrencesMissed: 0,
        recentJobId: 'nightly:job-5',
      },
    ]);
  });

  it('waits for doNotRunUntil, and misses no recurrence before its creation', () => {
    const later = run([[15, add({ doNotRunUntil: minutes(32), doNotRunAfter: minutes(50) })]]);
    expect(jobCreationsOf(later.log)).toEqual(['nightly:job-1@32', 'nightly:job-2@42']);
    const earlier = run([[15, add({ doNotRunUntil: 0, startWindow: minutes(1) })]]);
    expect(jobCreationsOf(earlier.log)[0]).toBe('nightly:job-1@20');
    expect(earlier.record.jobSchedules).toMatchObject([{ recurrencesMissed: 0 }]);
  });

  it('lets a run that ends when everything is done wait for its jobs', () => {
    const { record } = run([[15, add({ doNotRunAfter: minutes(36) })]], {
      until: { kind: 'drained' },
    });
    expect(record.jobSchedules).toMatchObject([{ state: 'completed', jobsCreated: 3 }]);
    expect(record.end.reason).toBe('drained');
  });

  it('can be changed and ended by other operations, and so can its jobs', () => {
    const { record } = run([
      [10, { kind: 'enableJobSchedule', jobScheduleId: 'nightly' }],
      [15, add()],
      [26, { kind: 'terminateJob', jobId: 'nightly:job-2' }],
      [30, { kind: 'terminateJobSchedule', jobScheduleId: 'Nightly' }],
    ]);
    expect(answersOf(record)).toEqual([
      '404 JobScheduleNotFound',
      '201 accepted',
      '409 JobCompleted',
      '202 accepted',
    ]);
    expect(record.jobSchedules).toMatchObject([{ state: 'completed', jobsCreated: 2 }]);
  });

  it('can be added again under the id of one that was deleted', () => {
    const { record, log } = run([
      [5, add()],
      [20, { kind: 'deleteJobSchedule', jobScheduleId: 'nightly' }],
      [41, add()],
    ]);
    expect(answersOf(record)).toEqual(['201 accepted', '202 accepted', '201 accepted']);
    expect(jobCreationsOf(log)).toEqual([
      'nightly:job-1@5',
      'nightly:job-2@15',
      'nightly:job-1@41',
      'nightly:job-2@51',
    ]);
    expect(record.jobSchedules).toMatchObject([{ state: 'deleted' }, { state: 'active' }]);
  });
});

describe('addJobSchedule is refused, and nothing changes', () => {
  it('where a job schedule or a job has its id: they share one namespace', () => {
    const { record } = run(
      [
        [5, add()],
        [6, add({}, 'NIGHTLY')],
        [7, add({}, 'Job')],
      ],
      { jobs: [{ id: 'job', pool: 0, maxTaskRetryCount: 0 }] },
    );
    expect(answersOf(record)).toEqual([
      '201 accepted',
      '409 JobScheduleExists',
      '409 JobWithSameIdExists',
    ]);
    expect(record.jobSchedules).toHaveLength(1);
  });

  it('beyond the quota of active jobs and job schedules', () => {
    const { record } = run(
      [
        [5, add()],
        [7, add({}, 'hourly')],
        [10, { kind: 'deleteJob', jobId: 'job' }],
        [11, add({}, 'hourly')],
      ],
      {
        jobs: [{ id: 'job', pool: 0, maxTaskRetryCount: 0 }],
        account: { activeJobAndJobScheduleQuota: 2 },
      },
    );
    expect(answersOf(record)).toEqual([
      '201 accepted',
      '409 ActiveJobAndScheduleQuotaReached',
      '202 accepted',
      '201 accepted',
    ]);
  });
});
