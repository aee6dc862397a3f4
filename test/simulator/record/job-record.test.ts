import { describe, expect, it } from 'vitest';

import type { JobInput, JobScheduleInput, RunRecord } from '../../../src/simulator/index.js';
import type { Schedule } from '../../../src/simulator/job-schedule/recurrence.js';
import { requestsOf, runRecomputed, type Requests } from '../../support/logged-run.js';
import { nightlySchedule } from '../../support/nightly-schedule.js';
import { input, minutes, pool, type TestTask } from '../../support/simulation-input.js';
import { preparationTask } from '../../support/special-tasks.js';

const job = (id: string, settings: Partial<JobInput> = {}): JobInput => ({
  id,
  pool: 0,
  maxTaskRetryCount: 0,
  ...settings,
});

interface Given {
  readonly jobs?: readonly JobInput[];
  readonly tasks?: readonly TestTask[];
  readonly schedules?: readonly JobScheduleInput[];
  /** In minutes. */
  readonly operations?: Requests;
  readonly minutes?: number;
}

/** The record of a run of an hour, of which every figure follows from the event log. */
function recordOf(given: Given): RunRecord {
  const run = input({
    pools: [pool({ targetDedicatedNodes: 2 })],
    jobs: [...(given.jobs ?? [])],
    tasks: [...(given.tasks ?? [])],
    jobSchedules: given.schedules ?? [],
    until: { kind: 'time', at: minutes(given.minutes ?? 60) },
    operations: requestsOf(given.operations ?? [], minutes),
  });
  return runRecomputed(run).record;
}

const scheduleOf = (schedule: Partial<Schedule>, runs: number): JobScheduleInput =>
  nightlySchedule([{ runs }], schedule);

const missed = (given: Given): unknown =>
  recordOf(given).jobSchedules!.map(({ jobsCreated, recurrencesMissed }) => [
    jobsCreated,
    recurrencesMissed,
  ]);

describe('jobs in the record of a run', () => {
  it('a single job that stayed active is left out: its tasks tell everything', () => {
    const record = recordOf({ jobs: [job('job')], tasks: [{ runs: 60 }] });
    expect(record).not.toHaveProperty('jobs');
    expect(record).not.toHaveProperty('jobFigures');
    expect(record).not.toHaveProperty('jobSchedules');
  });

  it('says of each job where it stands, since when, and why it ended', () => {
    const { jobs, jobFigures } = recordOf({
      jobs: [
        job('done', { onAllTasksComplete: 'terminatejob' }),
        job('late', { maxWallClockTime: minutes(5) }),
        job('gone'),
        job('open'),
      ],
      tasks: [
        { runs: 60, job: 0 },
        { runs: 3000, job: 1 },
      ],
      operations: [[7, { kind: 'deleteJob', jobId: 'gone' }]],
    });
    const common = { poolId: 'pool', createdSeconds: 0 };
    const none = { active: 0, running: 0, completed: 0, succeeded: 0, failed: 0 };
    expect(jobs).toEqual([
      {
        ...common,
        id: 'done',
        state: 'completed',
        completedSeconds: 60,
        terminateReason: 'AllTasksComplete',
        taskCounts: { ...none, completed: 1, succeeded: 1 },
      },
      {
        ...common,
        id: 'late',
        state: 'completed',
        completedSeconds: 300,
        terminateReason: 'MaxWallClockTimeExpiry',
        taskCounts: { ...none, completed: 1, failed: 1 },
      },
      { ...common, id: 'gone', state: 'deleted', completedSeconds: null },
      { ...common, id: 'open', state: 'active', completedSeconds: null, taskCounts: none },
    ]);
    expect(jobFigures).toEqual({
      created: 4,
      states: { completed: 2, deleted: 1, active: 1 },
      terminateReasons: { AllTasksComplete: 1, MaxWallClockTimeExpiry: 1 },
    });
  });

  it('counts the tasks of each by state, as the operation of the service does (service.md section 6)', () => {
    const { jobs, tasks } = recordOf({
      jobs: [job('a', { maxParallelTasks: 1 }), job('b')],
      tasks: [
        { runs: 60 },
        { runs: 60, exitCode: 1 },
        { runs: 9000 },
        { runs: 60 },
        { runs: 60 },
        { runs: 60, job: 1 },
        { runs: 60, job: 1 },
        { runs: 60, exitCode: 1, job: 1 },
      ],
      operations: [
        [20, { kind: 'terminateTask', jobId: 'A', taskId: 'task-3' }],
        // Gone, whatever it was: completed or active.
        [20, { kind: 'deleteTask', jobId: 'b', taskId: 'TASK-5' }],
        [20, { kind: 'deleteTask', jobId: 'a', taskId: 'task-4' }],
        // Fails once more.
        [20, { kind: 'reactivateTask', jobId: 'b', taskId: 'task-7' }],
      ],
    });
    expect(jobs?.map(({ taskCounts }) => taskCounts)).toEqual([
      { active: 0, running: 1, completed: 3, succeeded: 1, failed: 2 },
      { active: 0, running: 0, completed: 2, succeeded: 1, failed: 1 },
    ]);
    expect(tasks.submitted).toBe(8);
  });

  it('counts preparing tasks as running, and those that wait for a node as active', () => {
    const { jobs } = recordOf({
      jobs: [
        job('a', {
          preparationTask: preparationTask(9000, { id: 'prepare' }),
        }),
        job('b'),
      ],
      tasks: Array.from({ length: 5 }, () => ({ runs: 60 })),
      minutes: 10,
    });
    expect(jobs![0]!.taskCounts).toEqual({
      active: 3,
      running: 2,
      completed: 0,
      succeeded: 0,
      failed: 0,
    });
  });

  it('lists a thousand of them, counts all, and says so', () => {
    const { jobs, jobFigures, notes } = recordOf({
      jobs: Array.from({ length: 1001 }, (_, number) => job(`job-${number}`)),
      minutes: 1,
    });
    expect(jobs).toHaveLength(1000);
    expect(jobFigures?.created).toBe(1001);
    expect(notes).toEqual(['the first 1000 of 1001 jobs are listed']);
  });
});

describe('job schedules in the record of a run (service.md section 3.6)', () => {
  it('names the latest job, and each job its schedule', () => {
    const record = recordOf({ schedules: [scheduleOf({}, 60)], minutes: 25 });
    expect(record.jobSchedules).toEqual([
      {
        id: 'nightly',
        state: 'active',
        jobsCreated: 3,
        recurrencesMissed: 0,
        recentJobId: 'nightly:job-3',
      },
    ]);
    expect(
      record.jobs!.map(({ jobScheduleId, createdSeconds }) => [jobScheduleId, createdSeconds]),
    ).toEqual([
      ['nightly', 0],
      ['nightly', 600],
      ['nightly', 1200],
    ]);
  });

  it('a recurrence is missed once no job can be created for it any more', () => {
    // The job of minute 0 ends in minute 13, and those of 10, 30 and 50 are then too late.
    const late = scheduleOf({ startWindow: minutes(2) }, 780);
    expect(missed({ schedules: [late], minutes: 12 })).toEqual([[1, 0]]);
    expect(missed({ schedules: [late], minutes: 12.5 })).toEqual([[1, 1]]);
    expect(missed({ schedules: [late], minutes: 59 })).toEqual([[3, 3]]);
  });

  it('while a job does not end, all recurrences but the latest are missed', () => {
    expect(missed({ schedules: [scheduleOf({}, 10_000)], minutes: 35 })).toEqual([[1, 2]]);
    const short = scheduleOf({ startWindow: minutes(1) }, 10_000);
    expect(missed({ schedules: [short], minutes: 35 })).toEqual([[1, 3]]);
    const over = scheduleOf({ doNotRunAfter: minutes(15) }, 10_000);
    expect(missed({ schedules: [over], minutes: 35 })).toEqual([[1, 1]]);
  });

  it('a disabled schedule misses recurrences, one that has ended or has other times none', () => {
    const on = { jobScheduleId: 'nightly' };
    const schedules = [scheduleOf({ startWindow: minutes(1) }, 60)];
    expect(missed({ schedules, operations: [[5, { kind: 'disableJobSchedule', ...on }]] })).toEqual(
      [[1, 5]],
    );
    expect(
      missed({ schedules, operations: [[25, { kind: 'terminateJobSchedule', ...on }]] }),
    ).toEqual([[3, 0]]);
    const later = { doNotRunUntil: minutes(120), recurrenceInterval: minutes(10) };
    const operations = [
      [5, { kind: 'disableJobSchedule', ...on }],
      [25, { kind: 'updateJobSchedule', ...on, schedule: later }],
    ] as const;
    expect(missed({ schedules, operations })).toEqual([[1, 2]]);
  });

  it('recurrences before the schedule are none of its own', () => {
    const begun = scheduleOf({ doNotRunUntil: -minutes(35), startWindow: minutes(2) }, 60);
    // Due in minutes 5, 15 and 25.
    expect(missed({ schedules: [begun], minutes: 30 })).toEqual([[3, 0]]);
  });
});
