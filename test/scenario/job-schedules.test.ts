import { describe, expect, it } from 'vitest';

import { runLogged } from '../support/logged-run.js';
import { load } from '../support/memory-files.js';

const scenario = (schedule: string, more: string = 'until: PT3H', tasks: string = '[]'): string => `
${more}
start: 2026-03-02T08:00:00Z
pools: [{ id: render, vmSize: Standard_D4s_v5, targetDedicatedNodes: 2 }]
jobs: [{ id: frames, poolInfo: { poolId: render }, tasks: [] }]
jobSchedules:
  - id: nightly
    schedule: ${schedule}
    jobSpecification:
      poolInfo: { poolId: render }
      onAllTasksComplete: terminatejob
      tasks: ${tasks}
`;

const hourly = '{ recurrenceInterval: PT1H }';

async function messages(text: string): Promise<string[]> {
  const { diagnostics } = await load(text);
  return diagnostics.map(({ message }) => message);
}

/** `[minutes, job, task]` of every submission. */
async function submissions(text: string, files = {}): Promise<unknown[]> {
  const { value } = await load(text, files);
  return runLogged(value!.input().value!)
    .log.filter(({ event, body }) => event === 'TaskStateChange' && body['from'] === null)
    .map(({ t, body }) => [t / 60_000, body['jobId'], body['id']]);
}

describe('job schedules in a scenario', () => {
  it('startWindow and recurrenceInterval are at least PT1M', async () => {
    expect(await messages(scenario('{ recurrenceInterval: PT1M, startWindow: PT1M }'))).toEqual([]);
    expect(await messages(scenario('{ recurrenceInterval: PT59S, startWindow: PT59S }'))).toEqual([
      'startWindow must be at least PT1M (the service answers InvalidPropertyValue)',
      'recurrenceInterval must be at least PT1M (the service answers InvalidPropertyValue)',
    ]);
  });

  it('an endless one needs a run with an end', async () => {
    expect(await messages(scenario(hourly, 'until: drained'))).toEqual([
      'job schedule nightly has no end, so a run until everything is done has none',
    ]);
    const bounded = '{ recurrenceInterval: PT1H, doNotRunAfter: PT2H }';
    expect(await messages(scenario(bounded, 'until: drained'))).toEqual([]);
    expect(await messages(scenario('{}', 'until: drained'))).toEqual([]);
  });

  it('shares its namespace of ids with jobs (service.md section 3.6)', async () => {
    const same = scenario(hourly).replace('id: nightly', 'id: Frames');
    expect(await messages(same)).toEqual([
      'there is another job Frames; ids are compared without regard to case',
    ]);
  });

  it('counts for the quota of active jobs (service.md section 3.1)', async () => {
    const quota = 'until: PT3H\naccount: { activeJobAndJobScheduleQuota: 1 }';
    expect(await messages(scenario(hourly, quota))).toEqual([
      'the scenario has 2 jobs and job schedules and activeJobAndJobScheduleQuota of the account is 1 (the service answers ActiveJobAndScheduleQuotaReached)',
    ]);
  });

  it('operations may name its jobs, which do not exist yet', async () => {
    const operation = (jobId: string): string =>
      `until: PT3H\noperations: [{ at: PT1H, operation: terminateJob, jobId: '${jobId}' }]`;
    expect(await messages(scenario(hourly, operation('nightly:job-2')))).toEqual([]);
    expect(await messages(scenario(hourly, operation('weekly:job-2')))).toEqual([
      'there is no job weekly:job-2',
    ]);
    const unknown =
      'until: PT3H\noperations: [{ at: 1, operation: disableJobSchedule, jobScheduleId: nigtly }]';
    expect(await messages(scenario(hourly, unknown))).toEqual(['there is no job schedule nigtly']);
  });

  it('an instant before the start of the run keeps the phase of its recurrences', async () => {
    const schedule =
      '{ recurrenceInterval: PT1H, doNotRunUntil: 2026-03-01T20:30:00Z, startWindow: PT1M }';
    expect(await submissions(scenario(schedule, 'until: PT2H', '[{ id: a, runTime: 1 }]'))).toEqual(
      [
        [30, 'nightly:job-1', 'a'],
        [90, 'nightly:job-2', 'a'],
      ],
    );
  });

  it('a trace begins with the creation of each job, whatever its dates', async () => {
    const trace = 'submit,duration\n2020-01-01T00:00:00Z,60\n2020-01-01T00:05:00Z,60\n';
    const text = scenario(hourly, 'until: PT90M', '[{ from: a.csv }]');
    const found = await submissions(text, { 'a.csv': trace });
    expect(found.map((one) => (one as unknown[])[0])).toEqual([0, 5, 60, 65]);
  });

  it('generators draw anew for each job, and the same for each run of a seed', async () => {
    const tasks = '[{ arrivals: { poisson: { mean: 60 } }, runTime: 1, count: 2 }]';
    const text = scenario(hourly, 'until: PT2H', tasks);
    const first = await submissions(text);
    const [a, b, c, d] = first.map((one) => (one as number[])[0]!);
    expect(first).toHaveLength(4);
    expect([c! - 60, d! - 60]).not.toEqual([a, b]);
    expect(await submissions(text)).toEqual(first);
  });
});
