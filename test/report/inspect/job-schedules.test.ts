import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Life } from '../../../src/report/inspect/life.js';
import { renderLife } from '../../../src/report/inspect/render-life.js';
import type { JobScheduleInput, Operation, SimulationInput } from '../../../src/simulator/index.js';
import { lifeOf } from '../../support/inspected-life.js';
import {
  requestsOf,
  runOnOneNode,
  type LoggedRun,
  type Requests,
} from '../../support/logged-run.js';
import { nightlySchedule } from '../../support/nightly-schedule.js';
import { minutes, pool } from '../../support/simulation-input.js';

/** A job every 10 minutes whose only task runs for so many. */
function nightly(
  runs: number,
  more: Partial<JobScheduleInput['jobSpecification']> = {},
  schedule: Partial<JobScheduleInput['schedule']> = {},
): JobScheduleInput {
  return nightlySchedule([{ runs: 60 * runs }], schedule, more);
}

/** A run of an hour; changes are in minutes. */
function run(
  schedule: JobScheduleInput,
  changes: Requests = [],
  settings: Partial<SimulationInput> = {},
): LoggedRun {
  return runOnOneNode({
    jobs: [],
    until: { kind: 'time', at: minutes(60) },
    ...settings,
    tasks: [],
    jobSchedules: [schedule],
    operations: requestsOf(changes, minutes),
  });
}

const scheduleLifeOf = ({ text }: LoggedRun, jobScheduleId = 'nightly'): Promise<Life> =>
  lifeOf(text, { kind: 'jobSchedule', jobScheduleId });

/** `10 job nightly:job-2 created on pool pool`, in minutes. */
const told = ({ entries }: Life): string[] => entries.map(({ t, text }) => `${t / 60_000} ${text}`);

const on = { jobScheduleId: 'NIGHTLY' };

describe('the life of a job schedule', () => {
  it('is told with a time line, its jobs and what befell it', async () => {
    const hour = run(nightly(25), [
      [31, { kind: 'disableJobSchedule', ...on }],
      [52, { kind: 'terminateJobSchedule', ...on }],
    ]);
    expect(renderLife(await scheduleLifeOf(hour))).toMatchSnapshot();
  });

  it('says which recurrences went without a job, when they were due, and what held them', async () => {
    const hour = run(nightly(25, {}, { startWindow: minutes(2) }), [
      [26, { kind: 'disableJobSchedule', ...on }],
      [51, { kind: 'enableJobSchedule', ...on }],
    ]);
    const life = await scheduleLifeOf(hour);
    expect(told(life).filter((text) => text.includes('no job'))).toEqual([
      '10 no job for 2 recurrences until 2020-01-01T00:20:00.000Z: nightly:job-1 is active',
      '30 no job for 2 recurrences until 2020-01-01T00:40:00.000Z: the schedule is disabled',
    ]);
    // It is enabled within the start window of the recurrence of minute 50, which gets its job late.
    expect(life.jobSchedule).toMatchObject({
      recurrencesMissed: 4,
      jobs: [
        { createdAt: 0, endedAt: 25 * 60_000, state: 'completed' },
        { createdAt: 51 * 60_000, endedAt: null, state: 'active' },
      ],
    });
  });

  it('names the jobs that a quota refused, which are not counted as missed', async () => {
    const hour = run(nightly(1), [], {
      jobs: [{ id: 'other', pool: 0, maxTaskRetryCount: 0 }],
      account: { activeJobAndJobScheduleQuota: 2 },
    });
    const life = await scheduleLifeOf(hour);
    expect(told(life).slice(1, 3)).toEqual([
      '0 job nightly:job-1 refused, 409 ActiveJobAndScheduleQuotaReached',
      '10 job nightly:job-1 refused, 409 ActiveJobAndScheduleQuotaReached',
    ]);
    expect(life.jobSchedule).toMatchObject({
      jobs: [],
      recurrencesMissed: 0,
      refusals: { ActiveJobAndScheduleQuotaReached: 7 },
    });
  });

  it('shows operations on it and on its jobs, in whatever letters, and new times', async () => {
    const hour = run(nightly(3), [
      [2, { kind: 'terminateJob', jobId: 'nightly:job-1' }],
      [15, { kind: 'enableJobSchedule', ...on }],
      [
        16,
        {
          kind: 'updateJobSchedule',
          ...on,
          schedule: { recurrenceInterval: minutes(30), doNotRunUntil: minutes(40) },
        },
      ],
    ]);
    const texts = told(await scheduleLifeOf(hour));
    expect(texts).toContain('2 terminateJob of nightly:job-1: 202, accepted');
    expect(texts.filter((text) => /enable|updat/.test(text))).toEqual([
      '15 enableJobSchedule: 204, accepted',
      '16 updated, a job every 30m from 2020-01-01T00:40:00.000Z',
      '16 updateJobSchedule: 200, accepted',
    ]);
    expect(texts).toContain('40 job nightly:job-3 created on pool pool');
  });

  it('follows its auto pool to the end', async () => {
    const hour = run(
      nightly(
        5,
        {
          pool: -1,
          autoPool: {
            autoPoolIdPrefix: 'auto',
            poolLifetimeOption: 'jobschedule',
            keepAlive: false,
            pool: pool({ targetDedicatedNodes: 1 }),
          },
        },
        { doNotRunAfter: minutes(12) },
      ),
      [],
      { pools: [] },
    );
    const life = await scheduleLifeOf(hour);
    const [poolId] = life.jobSchedule!.autoPools;
    expect(poolId).toMatch(/^auto_/);
    expect(life.jobSchedule!.autoPools).toHaveLength(1);
    expect(told(life)).toContain(`10 job nightly:job-2 created on pool ${poolId!}`);
    expect(told(life).slice(-2)).toEqual([
      `15 auto pool ${poolId!}: delete starts`,
      `15 auto pool ${poolId!}: deleted`,
    ]);
  });

  it('is not that of a pool which was there before it', async () => {
    const hour = run(nightly(1), [[5, { kind: 'deletePool', poolId: 'pool' }]]);
    const life = await scheduleLifeOf(hour);
    expect(life.jobSchedule!.autoPools).toEqual([]);
    expect(told(life).filter((text) => text.includes('delete'))).toEqual([]);
  });

  it('names the job schedules that there are when there is no such one', async () => {
    await expect(scheduleLifeOf(run(nightly(1)), 'weekly')).rejects.toThrow(
      '{"kind":"unknown-subject","known":["nightly"]}',
    );
  });
});

it('misses as many recurrences as the record of the run says, whatever is done to the schedule', async () => {
  const minute = fc.integer({ min: 0, max: 58 });
  const change = fc.tuple(
    // Never at the very instant of a recurrence, which the log rounds down to a millisecond.
    minute.map((number) => number + 0.5),
    fc.oneof(
      fc.constantFrom<Operation>(
        { kind: 'disableJobSchedule', ...on },
        { kind: 'enableJobSchedule', ...on },
        { kind: 'terminateJobSchedule', ...on },
        { kind: 'deleteJobSchedule', ...on },
      ),
      fc.tuple(fc.integer({ min: 1, max: 20 }), minute).map(([interval, from]): Operation => ({
        kind: 'updateJobSchedule',
        ...on,
        schedule: { recurrenceInterval: minutes(interval), doNotRunUntil: minutes(from) },
      })),
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 40 }),
      fc.array(change, { maxLength: 4 }),
      fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
      // The start of a run is finer than the instants of its log.
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 3 }),
      async (runs, changes, window, start, quanta) => {
        const hour = run(
          nightly(
            runs,
            {},
            {
              doNotRunUntil: minutes(3) + quanta,
              ...(window === undefined ? {} : { startWindow: minutes(window) }),
            },
          ),
          // So that the log has a line after the last minute, which is where a reader takes the run to end.
          [...changes.toSorted(([a], [b]) => a - b), [59.25, { kind: 'enableJob', jobId: 'none' }]],
          {
            start,
            until: { kind: 'time', at: minutes(59.5) },
            account: { activeJobAndJobScheduleQuota: runs % 3 === 0 ? 1 : 9 },
          },
        );
        const { jobs, recurrencesMissed, refusals } = (await scheduleLifeOf(hour)).jobSchedule!;
        const refused = Object.values(refusals).reduce((sum, count) => sum + count, 0);
        expect({ created: jobs.length, missed: recurrencesMissed + refused }).toEqual({
          created: hour.record.jobSchedules![0]!.jobsCreated,
          missed: hour.record.jobSchedules![0]!.recurrencesMissed,
        });
      },
    ),
    { numRuns: 300 },
  );
});
