import { describe, expect, it } from 'vitest';

import {
  createSimulation,
  type JobScheduleInput,
  type Operation,
  type SimulationInput,
} from '../../../src/simulator/index.js';
import type { Schedule } from '../../../src/simulator/job-schedule/recurrence.js';
import { jobCreationsOf } from '../../support/log-extracts.js';
import {
  answersOf,
  requestsOf,
  runLogged,
  type LoggedRun,
  type Requests,
} from '../../support/logged-run.js';
import { nightlySchedule } from '../../support/nightly-schedule.js';
import type { LogLine } from '../../support/recompute/log-line.js';
import { input, minutes, pool, seconds, type TestTask } from '../../support/simulation-input.js';
import { managerTask } from '../../support/special-tasks.js';

const everyTenMinutes: Schedule = { doNotRunUntil: 0, recurrenceInterval: minutes(10) };

const scheduleOf = (
  schedule: Partial<Schedule>,
  tasks: readonly TestTask[],
  job: Partial<JobScheduleInput['jobSpecification']> = {},
): JobScheduleInput => nightlySchedule(tasks, schedule, job);

/** A run of 60 minutes; operations are [minute, what]. */
function run(
  jobSchedules: readonly JobScheduleInput[],
  operations: Requests = [],
  settings: Partial<SimulationInput> = {},
): LoggedRun {
  return runLogged(
    input({
      pools: [pool({ targetDedicatedNodes: 2 })],
      jobs: [],
      until: { kind: 'time', at: minutes(60) },
      ...settings,
      tasks: [],
      jobSchedules,
      operations: requestsOf(operations, minutes),
    }),
  );
}

/** `nightly:job-1 active@0, ...` in minutes. */
const changes = (log: readonly LogLine[], event: string, to?: string): string[] =>
  log
    .filter((line) => line.event === event && (to === undefined || line.body['to'] === to))
    .map(({ t, body }) => `${String(body['id'])} ${String(body['to'])}@${t / 60_000}`);

const on = { jobScheduleId: 'NIGHTLY' };
const oneMinute: readonly TestTask[] = [{ runs: 60 }];

describe('the jobs of a schedule (service.md section 3.6)', () => {
  it('each recurrence creates a job scheduleId:job-n with the tasks of the specification', () => {
    const { record, log } = run([scheduleOf({ doNotRunAfter: minutes(25) }, oneMinute)]);
    expect(jobCreationsOf(log)).toEqual([
      'nightly:job-1@0',
      'nightly:job-2@10',
      'nightly:job-3@20',
    ]);
    expect(changes(log, 'JobStateChange', 'completed')).toEqual([
      'nightly:job-1 completed@1',
      'nightly:job-2 completed@11',
      'nightly:job-3 completed@21',
    ]);
    expect(record.tasks).toMatchObject({ submitted: 3, succeeded: 3 });
  });

  it('submissions of tasks count from the creation of their job', () => {
    const { log } = run([scheduleOf({}, [{ at: 120, runs: 60 }])]);
    const submitted = log.filter(
      ({ event, body }) => event === 'TaskStateChange' && body['from'] === null,
    );
    expect(submitted.map(({ t }) => t / 60_000)).toEqual([2, 12, 22, 32, 42, 52]);
  });

  it('without recurrenceInterval one job is created, and the schedule is completed as soon as it ends', () => {
    const single = scheduleOf({ doNotRunUntil: minutes(5) }, oneMinute);
    const schedule = { doNotRunUntil: minutes(5) };
    const { log } = run([{ ...single, schedule }]);
    expect(jobCreationsOf(log)).toEqual(['nightly:job-1@5']);
    expect(changes(log, 'JobScheduleStateChange')).toEqual([
      'nightly active@0',
      'nightly completed@6',
    ]);
  });

  it('doNotRunAfter: completed once past it and without an active job', () => {
    const idle = run([scheduleOf({ doNotRunAfter: minutes(25) }, oneMinute)]);
    expect(changes(idle.log, 'JobScheduleStateChange', 'completed')).toEqual([
      'nightly completed@25',
    ]);
    const busy = run([scheduleOf({ doNotRunAfter: minutes(25) }, [{ runs: 480 }])]);
    expect(changes(busy.log, 'JobScheduleStateChange', 'completed')).toEqual([
      'nightly completed@28',
    ]);
  });

  it('at most one active job: a recurrence that falls due meanwhile waits for its end', () => {
    const { log } = run([scheduleOf({}, [{ runs: 780 }])]);
    expect(jobCreationsOf(log)).toEqual([
      'nightly:job-1@0',
      'nightly:job-2@13',
      'nightly:job-3@26',
      'nightly:job-4@39',
      'nightly:job-5@52',
    ]);
  });

  it('startWindow: later than that the opportunity is lost', () => {
    const { log } = run([scheduleOf({ startWindow: minutes(2) }, [{ runs: 780 }])]);
    expect(jobCreationsOf(log)).toEqual([
      'nightly:job-1@0',
      'nightly:job-2@20',
      'nightly:job-3@40',
      'nightly:job-4@60',
    ]);
  });

  it('a job that never completes is the only one, and the report says so', () => {
    const { record, log } = run([scheduleOf({}, oneMinute, { onAllTasksComplete: 'noaction' })]);
    expect(jobCreationsOf(log)).toEqual(['nightly:job-1@0']);
    expect(record.notes).toEqual([
      'job schedule nightly created one job: nightly:job-1 is active, and no other is created before it is completed',
    ]);
  });

  it('the longest time of a job counts from its creation', () => {
    const { log } = run([scheduleOf({}, [{ runs: 3000 }], { maxWallClockTime: minutes(4) })]);
    expect(jobCreationsOf(log).slice(0, 3)).toEqual([
      'nightly:job-1@0',
      'nightly:job-2@10',
      'nightly:job-3@20',
    ]);
    expect(changes(log, 'JobStateChange', 'completed')[1]).toBe('nightly:job-2 completed@14');
  });

  it('a run until everything is done ends after the last job', () => {
    const { record } = run([scheduleOf({ doNotRunAfter: minutes(25) }, oneMinute)], [], {
      until: { kind: 'drained' },
    });
    expect(record.end.reason).toBe('drained');
    expect(record.tasks.succeeded).toBe(3);
  });
});

describe('operations on job schedules (service.md section 3.6)', () => {
  const operation = (kind: 'disableJobSchedule' | 'enableJobSchedule'): Operation => ({
    kind,
    ...on,
  });

  it('disable: no new jobs, the active one goes on; enable makes up for the latest recurrence', () => {
    const { record, log } = run(
      [scheduleOf({}, [{ runs: 300 }])],
      [
        [2, operation('disableJobSchedule')],
        [34, operation('enableJobSchedule')],
      ],
    );
    expect(answersOf(record)).toEqual(['204 accepted', '204 accepted']);
    expect(jobCreationsOf(log)).toEqual([
      'nightly:job-1@0',
      'nightly:job-2@34',
      'nightly:job-3@40',
      'nightly:job-4@50',
      'nightly:job-5@60',
    ]);
    expect(changes(log, 'JobStateChange', 'completed')[0]).toBe('nightly:job-1 completed@5');
  });

  it('disable and enable change nothing where they are true already', () => {
    const { record, log } = run(
      [scheduleOf({}, oneMinute)],
      [
        [1, operation('enableJobSchedule')],
        [2, operation('disableJobSchedule')],
        [3, operation('disableJobSchedule')],
      ],
    );
    expect(answersOf(record)).toEqual(['204 accepted', '204 accepted', '204 accepted']);
    expect(changes(log, 'JobScheduleStateChange')).toEqual([
      'nightly active@0',
      'nightly disabled@2',
    ]);
  });

  it('terminate: the active job ends with reason TerminateJobSchedule', () => {
    const { record, log } = run(
      [scheduleOf({}, [{ runs: 3000 }])],
      [
        [4, { kind: 'terminateJobSchedule', ...on }],
        [5, { kind: 'terminateJobSchedule', ...on }],
      ],
    );
    expect(answersOf(record)).toEqual(['202 accepted', '409 JobScheduleCompleted']);
    const ended = log.find(({ body }) => body['terminateReason'] !== undefined);
    expect(ended?.body['terminateReason']).toBe('TerminateJobSchedule');
    expect(changes(log, 'JobScheduleStateChange')).toEqual([
      'nightly active@0',
      'nightly terminating@4',
      'nightly completed@4',
    ]);
    expect(record.tasks.terminated).toBe(1);
    expect(jobCreationsOf(log)).toHaveLength(1);
  });

  it('delete: its jobs and their tasks are gone too', () => {
    const { record, log } = run(
      [scheduleOf({}, oneMinute)],
      [
        [15, { kind: 'deleteJobSchedule', ...on }],
        [16, { kind: 'deleteJobSchedule', ...on }],
        [16, { kind: 'deleteJob', jobId: 'nightly:job-1' }],
      ],
    );
    expect(answersOf(record)).toEqual([
      '202 accepted',
      '404 JobScheduleNotFound',
      '404 JobNotFound',
    ]);
    expect(changes(log, 'JobStateChange', 'deleted')).toEqual([
      'nightly:job-1 deleted@15',
      'nightly:job-2 deleted@15',
    ]);
  });

  it('update affects later jobs only', () => {
    const { record, log } = run(
      [scheduleOf({}, [{ runs: 120 }])],
      [
        [
          1,
          {
            kind: 'updateJobSchedule',
            ...on,
            schedule: { doNotRunUntil: minutes(30), recurrenceInterval: minutes(20) },
            jobSpecification: { priority: 7 },
          },
        ],
        [2, { kind: 'updateJobSchedule', ...on, jobSpecification: { priority: 1001 } }],
        [2, { kind: 'updateJobSchedule', ...on, schedule: { startWindow: seconds(59) } }],
      ],
    );
    expect(answersOf(record)).toEqual([
      '200 accepted',
      '400 OutOfRangePriority',
      '400 InvalidPropertyValue',
    ]);
    const jobs = log.filter(
      ({ event, body }) => event === 'JobStateChange' && body['from'] === null,
    );
    expect(jobs.map(({ t, body }) => [t / 60_000, body['priority']])).toEqual([
      [0, 0],
      [30, 7],
      [50, 7],
    ]);
  });

  it('an update of the retries counts for later jobs', () => {
    const { log } = run(
      [scheduleOf({}, [{ runs: 300, exitCode: 1 }])],
      [
        [
          1,
          {
            kind: 'updateJobSchedule',
            ...on,
            jobSpecification: { constraints: { maxTaskRetryCount: 1 } },
          },
        ],
      ],
    );
    const starts = log.filter(({ event }) => event === 'TaskStart');
    const attemptsOf = (jobId: string): number =>
      starts.filter(({ body }) => body['jobId'] === jobId).length;
    expect(['nightly:job-1', 'nightly:job-2'].map(attemptsOf)).toEqual([1, 2]);
  });

  it('an update with the same times creates no second job for the recurrence that had one', () => {
    const { log } = run(
      [scheduleOf({}, oneMinute)],
      [[5, { kind: 'updateJobSchedule', ...on, schedule: everyTenMinutes }]],
    );
    expect(jobCreationsOf(log).slice(0, 2)).toEqual(['nightly:job-1@0', 'nightly:job-2@10']);
  });

  it('what does not exist cannot be asked for', () => {
    const { record } = run(
      [scheduleOf({}, oneMinute)],
      [[1, { kind: 'enableJobSchedule', jobScheduleId: 'weekly' }]],
    );
    expect(answersOf(record)).toEqual(['404 JobScheduleNotFound']);
  });
});

describe('the quota of active jobs and job schedules (service.md sections 3.1 and 7)', () => {
  it('a job that is due is refused while jobs that are not completed, and schedules, reach it', () => {
    const { record, log } = run(
      [scheduleOf({}, oneMinute)],
      [[15, { kind: 'terminateJob', jobId: 'job' }]],
      {
        jobs: [{ id: 'job', pool: 0, maxTaskRetryCount: 0 }],
        account: { activeJobAndJobScheduleQuota: 2 },
      },
    );
    const refused = log.filter(({ event }) => event === 'JobRefusal');
    expect(refused.map(({ t, body }) => [t / 60_000, body['code'], body['httpStatus']])).toEqual([
      [0, 'ActiveJobAndScheduleQuotaReached', 409],
      [10, 'ActiveJobAndScheduleQuotaReached', 409],
    ]);
    expect(jobCreationsOf(log)[1]).toBe('nightly:job-1@20');
    expect(record.tasks.submitted).toBe(5);
  });
});

describe('events that wait for their time', () => {
  const manager = managerTask(60);

  /** The most at any moment of a run of so many jobs, each with a job manager task and another one. */
  function mostPending(jobs: number): number {
    const last = minutes(10 * (jobs - 1));
    const simulation = createSimulation(
      input({
        pools: [pool({ targetDedicatedNodes: 2 })],
        jobs: [],
        tasks: [],
        jobSchedules: [scheduleOf({ doNotRunAfter: last }, oneMinute, { jobManagerTask: manager })],
      }),
    );
    let most = 0;
    while (simulation.advance(1)) most = Math.max(most, simulation.progress.eventsPending);
    expect(simulation.record().tasks.submitted).toBe(2 * jobs);
    return most;
  }

  it('do not pile up over 1,000 recurring jobs with job managers', () => {
    expect(mostPending(1000)).toBe(mostPending(100));
  });
});
