import { quantaToSeconds, type Quanta } from '../../base/time/quanta.js';
import { missedRecurrences } from '../job-schedule/missed-recurrences.js';
import type { JobScheduleState } from '../job-schedule/job-schedule-state.js';
import type { JobState, JobStateName, TerminateReason } from '../job/job-state.js';
import { taskCountsOf, type TaskCounts } from '../job/task-counts.js';
import type { World } from '../world.js';
import type { JobFigures, JobRecord, JobScheduleRecord, JobsOfRecord } from './job-record.js';

/** So that a record stays small: a schedule of a minute makes half a million jobs in a year. */
const listedJobs = 1000;

export function jobsOfRecord(world: World): JobsOfRecord {
  const { jobs, schedules } = world;
  const tellsNothing = jobs.length <= 1 && jobs.every(({ state }) => state === 'active');
  if (tellsNothing && schedules.length === 0) return {};
  const listed = jobs.slice(0, listedJobs);
  const counts = taskCountsOf(world, listed.length);
  return {
    jobFigures: jobFigures(jobs),
    jobs: listed.map((job, index) => jobRecord(world, job, counts[index]!)),
    ...(schedules.length === 0
      ? {}
      : { jobSchedules: schedules.map((schedule) => jobScheduleRecord(world, schedule)) }),
  };
}

/** Says how many jobs the record does not list. */
export function listedJobsNote({ jobs }: World): string[] {
  const { length } = jobs;
  return length > listedJobs ? [`the first ${listedJobs} of ${length} jobs are listed`] : [];
}

function jobRecord({ pools, schedules }: World, job: JobState, taskCounts: TaskCounts): JobRecord {
  const { input, state, createdAt, completedAt, terminateReason } = job;
  const schedule = schedules[job.schedule];
  const pool = pools[job.pool];
  return {
    id: input.id,
    poolId: pool === undefined || pool.isAwaited ? null : pool.input.id,
    state,
    ...(schedule === undefined ? {} : { jobScheduleId: schedule.input.id }),
    createdSeconds: quantaToSeconds(createdAt),
    completedSeconds: secondsOrNull(completedAt),
    ...(terminateReason === undefined ? {} : { terminateReason }),
    ...(state === 'deleted' ? {} : { taskCounts }),
  };
}

function secondsOrNull(at: Quanta): number | null {
  return at < 0 ? null : quantaToSeconds(at);
}

function jobFigures(jobs: readonly JobState[]): JobFigures {
  const states = new Map<JobStateName, number>();
  const reasons = new Map<TerminateReason, number>();
  for (const { state, terminateReason } of jobs) {
    states.set(state, (states.get(state) ?? 0) + 1);
    if (state !== 'completed' || terminateReason === undefined) continue;
    reasons.set(terminateReason, (reasons.get(terminateReason) ?? 0) + 1);
  }
  return {
    created: jobs.length,
    states: Object.fromEntries(states),
    terminateReasons: Object.fromEntries([...reasons].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function jobScheduleRecord({ jobs, now }: World, schedule: JobScheduleState): JobScheduleRecord {
  const { input, state, created, latestJob } = schedule;
  const recent = jobs[latestJob];
  return {
    id: input.id,
    state,
    jobsCreated: created,
    recurrencesMissed: missedRecurrences(schedule, now),
    ...(recent === undefined ? {} : { recentJobId: recent.input.id }),
  };
}
