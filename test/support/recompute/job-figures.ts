import { isDeepStrictEqual } from 'node:util';

import type { SimulationInput } from '../../../src/simulator/index.js';
import { quantaOf, type LogLine } from './log-line.js';
import type { Figures } from './recompute-record.js';
import type { TaskLife } from './task-lives.js';

interface Job {
  readonly id: string;
  poolId: string | null;
  state: string;
  readonly jobScheduleId?: string;
  readonly createdSeconds: number;
  completedSeconds: number | null;
  terminateReason?: string;
}

/** What a record says of jobs and job schedules. */
export function recomputeJobs(
  lines: readonly LogLine[],
  input: SimulationInput,
  end: number,
  tasks: readonly TaskLife[],
): { readonly [key: string]: Figures } {
  const jobs = [...jobLives(lines).values()];
  const schedules = jobSchedules(lines, input, end);
  if (jobs.length <= 1 && jobs.every(({ state }) => state === 'active') && schedules.length === 0) {
    return {};
  }
  const completed = jobs.filter(({ state }) => state === 'completed');
  return {
    jobFigures: {
      created: jobs.length,
      states: countBy(jobs.map(({ state }) => state)),
      terminateReasons: countBy(completed.flatMap(({ terminateReason }) => terminateReason ?? [])),
    },
    jobs: jobs.slice(0, 1000).map((job): Figures => {
      const own = tasks.filter(({ jobId, isDeleted }) => jobId === job.id && !isDeleted);
      return { ...job, ...(job.state === 'deleted' ? {} : { taskCounts: taskCounts(own) }) };
    }),
    ...(schedules.length === 0 ? {} : { jobSchedules: schedules }),
  };
}

function taskCounts(tasks: readonly TaskLife[]): Figures {
  const inState = (...names: readonly string[]): number =>
    tasks.filter(({ states }) => names.includes(states.at(-1)!.state)).length;
  const completed = tasks.filter(({ states }) => states.at(-1)!.state === 'completed');
  const succeeded = completed.filter(({ outcome }) => outcome === 'succeeded').length;
  return {
    active: inState('active', 'blocked', 'abandoned'),
    running: inState('preparing', 'running'),
    completed: completed.length,
    succeeded,
    failed: completed.length - succeeded,
  };
}

export function countBy(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function jobLives(lines: readonly LogLine[]): Map<string, Job> {
  const jobs = new Map<string, Job>();
  for (const line of lines) {
    if (line.event !== 'JobStateChange' && line.event !== 'JobUpdate') continue;
    const { id, poolId, from, to, jobScheduleId, terminateReason } = line.body as Readonly<
      Record<string, string | null>
    >;
    const at = quantaOf(line) / 4000;
    if (from === null) {
      const origin = typeof jobScheduleId === 'string' ? { jobScheduleId } : {};
      const state = to!;
      jobs.set(id!, {
        id: id!,
        poolId: poolId ?? null,
        state,
        ...origin,
        createdSeconds: at,
        completedSeconds: null,
      });
      continue;
    }
    const job = jobs.get(id!)!;
    job.poolId = poolId ?? null;
    if (line.event === 'JobUpdate') continue;
    job.state = to!;
    if (to === 'completed') job.completedSeconds = at;
    if (typeof terminateReason === 'string') job.terminateReason = terminateReason;
  }
  return jobs;
}

interface Times {
  readonly first: number;
  readonly last: number;
  readonly window: number;
  readonly interval: number;
}

/** The times of a schedule in quanta since the start of the run; those that are not given are infinite. */
function timesOf(line: LogLine, input: SimulationInput): Times {
  const { doNotRunUntil, doNotRunAfter, startWindow, recurrenceInterval } = line.body[
    'schedule'
  ] as Readonly<Record<string, string | undefined>>;
  const startMilliseconds = Date.UTC(2020, 0, 1) + input.start / 10_000;
  const instant = (text: string | undefined): number =>
    text === undefined ? Infinity : Math.round((Date.parse(text) - startMilliseconds) * 4);
  const duration = (text: string | undefined): number =>
    text === undefined ? Infinity : Math.round(Number(text.slice(2, -1)) * 4000);
  return {
    // The instants of the log are whole milliseconds, those of the run finer.
    first: doNotRunUntil === line.time ? quantaOf(line) : instant(doNotRunUntil),
    last: instant(doNotRunAfter),
    window: duration(startWindow),
    interval: duration(recurrenceInterval),
  };
}

/** The recurrence that was due last at a time; -1 for none. */
function reached({ first, interval }: Times, at: number): number {
  if (at < first) return -1;
  return interval === Infinity ? 0 : Math.floor((at - first) / interval);
}

/** Whether that recurrence may still get its job. */
function mayStillRun(times: Times, at: number): boolean {
  const number = reached(times, at);
  const due = times.first + (number === 0 ? 0 : number * times.interval);
  return at <= due + times.window && at <= times.last;
}

/** Counts the recurrences of one schedule that went by without a job. */
function followSchedule(lines: readonly LogLine[], input: SimulationInput, end: number): Figures {
  const id = lines[0]!.body['id'] as string;
  let times = timesOf(lines[0]!, input);
  let state = '';
  let done = -1;
  let jobsCreated = 0;
  let recentJobId: string | undefined;
  let latest = -1;
  let recurrencesMissed = 0;
  const begin = (at: number): number => reached(times, at) - (mayStillRun(times, at) ? 1 : 0);
  const missUntil = (at: number): void => {
    if (state !== 'active' && state !== 'disabled') return;
    const lost = reached(times, Math.min(at, times.last)) - (mayStillRun(times, at) ? 1 : 0);
    recurrencesMissed += Math.max(0, lost - done);
    done = Math.max(done, lost);
  };
  for (const line of lines) {
    const at = quantaOf(line);
    switch (line.event) {
      case 'JobScheduleStateChange': {
        const to = line.body['to'] as string;
        if (state === '') done = Math.max(-1, begin(at));
        else if (to !== 'active' && to !== 'disabled') missUntil(at);
        state = to;
        break;
      }
      case 'JobScheduleUpdate': {
        const updated = timesOf(line, input);
        // What concerns its jobs alone, or says the same times again, leaves the recurrences as they are.
        if (isDeepStrictEqual(updated, times)) break;
        missUntil(at);
        times = updated;
        done = Math.max(-1, begin(at), latest < 0 ? -1 : reached(times, latest));
        break;
      }
      default:
        recurrencesMissed += reached(times, at) - done - 1;
        done = reached(times, at);
        if (line.event === 'JobRefusal') recurrencesMissed++;
        else {
          jobsCreated++;
          latest = at;
          recentJobId = line.body['id'] as string;
        }
    }
  }
  missUntil(end);
  return {
    id,
    state,
    jobsCreated,
    recurrencesMissed,
    ...(recentJobId === undefined ? {} : { recentJobId }),
  };
}

function jobSchedules(lines: readonly LogLine[], input: SimulationInput, end: number): Figures[] {
  const own = new Map<string, LogLine[]>();
  for (const line of lines) {
    const { event, body } = line;
    const isOfSchedule = event.startsWith('JobSchedule');
    const isJob = event === 'JobRefusal' || (event === 'JobStateChange' && body['from'] === null);
    if (!isOfSchedule && !isJob) continue;
    const id = body[isOfSchedule ? 'id' : 'jobScheduleId'] as string | undefined;
    if (id === undefined) continue;
    own.set(id, [...(own.get(id) ?? []), line]);
  }
  return [...own.values()].map((found) => followSchedule(found, input, end));
}
