import { formatInstant } from '../../../base/time/format-instant.js';
import { parseIsoInstant } from '../../../base/time/iso8601.js';
import { ticksPerMillisecond } from '../../../base/time/ticks.js';
import { counted } from '../../format/counted.js';
import type { LifeEntry } from '../life-entry.js';
import { textOf, type LogLine } from '../log-line.js';
import type { AutoPools } from './auto-pools.js';
import { followRecurrences, type MissedRecurrences } from './missed-recurrences.js';
import { timesOf } from './schedule-times.js';

/** A job that the schedule created; times are milliseconds since the start of the run. */
export interface JobOfSchedule {
  readonly id: string;
  readonly createdAt: number;
  /** When it was completed, or was gone; null before. */
  endedAt: number | null;
  /** At the end of the log. */
  state: string;
}

/** What became of a job schedule by the end of a log. */
export interface JobScheduleLife {
  /** In order of creation. */
  readonly jobs: readonly JobOfSchedule[];
  /** Recurrences that went without a job although no quota refused one. */
  readonly recurrencesMissed: number;
  readonly missed: readonly MissedRecurrences[];
  /** Recurrences whose job was refused, by code of the service. */
  readonly refusals: Readonly<Record<string, number>>;
  /** Pools that were made for it or its jobs. */
  readonly autoPools: readonly string[];
}

/** Collects the life of one job schedule from the lines that are about it. */
export interface JobScheduleCollector {
  add(line: LogLine): void;
  until(logEnd: number): JobScheduleLife;
  /** What no line of the log says: recurrences that went without a job, in order of time. Asked for after `until`. */
  missedEntries(): LifeEntry[];
}

export function collectJobSchedule(pools: AutoPools): JobScheduleCollector {
  const jobs = new Map<string, JobOfSchedule>();
  const refusals = new Map<string, number>();
  const autoPools = new Set<string>();
  const recurrences = followRecurrences();
  let startTicks = 0;
  let isDisabled = false;
  let latestJob = '';
  /** Of the latest job, while it keeps the schedule from creating another. */
  let holding: string | undefined;

  const hold = (t: number): void => {
    recurrences.holdBack(t, isDisabled ? 'the schedule is disabled' : holding);
  };

  function changeJob({ t, body }: LogLine): void {
    const id = textOf(body, 'id');
    const state = textOf(body, 'to');
    if (body['from'] === null) {
      recurrences.useRecurrence(t, false);
      latestJob = id;
      jobs.set(id, { id, createdAt: t, endedAt: null, state });
      const poolId = textOf(body, 'poolId');
      if (pools.isAutoPool(poolId)) autoPools.add(poolId);
    }
    const job = jobs.get(id);
    if (job === undefined) return;
    job.state = state;
    const isOver = state === 'completed' || state === 'deleted';
    if (isOver) job.endedAt ??= t;
    if (id !== latestJob) return;
    holding = isOver ? undefined : `${id} is ${state}`;
    hold(t);
  }

  function changeState(line: LogLine): void {
    const { t, time, body } = line;
    if (body['from'] === null) {
      startTicks = (parseIsoInstant(time) ?? 0) - t * ticksPerMillisecond;
      recurrences.setTimes(timesOf(line), t);
    }
    const to = textOf(body, 'to');
    isDisabled = to === 'disabled';
    if (to !== 'active' && to !== 'disabled') recurrences.end(t);
    hold(t);
  }

  return {
    add(line) {
      switch (line.event) {
        case 'JobScheduleStateChange':
          changeState(line);
          return;
        case 'JobScheduleUpdate':
          recurrences.setTimes(timesOf(line), line.t);
          return;
        case 'JobStateChange':
          changeJob(line);
          return;
        case 'JobRefusal': {
          const code = textOf(line.body, 'code');
          refusals.set(code, (refusals.get(code) ?? 0) + 1);
          recurrences.useRecurrence(line.t, true);
          return;
        }
        default:
          return;
      }
    },
    until(logEnd) {
      recurrences.end(logEnd);
      const { missed } = recurrences;
      return {
        jobs: [...jobs.values()],
        recurrencesMissed: missed.reduce((sum, { count }) => sum + count, 0),
        missed,
        refusals: Object.fromEntries([...refusals].sort(([a], [b]) => (a < b ? -1 : 1))),
        autoPools: [...autoPools],
      };
    },
    missedEntries: () =>
      recurrences.missed.map(({ from, to, count, reason }) => ({
        t: from,
        time: formatInstant(startTicks + from * ticksPerMillisecond),
        text:
          count === 1
            ? `no job for this recurrence: ${reason}`
            : `no job for ${counted(count, 'recurrence')} until ${formatInstant(startTicks + to * ticksPerMillisecond)}: ${reason}`,
      })),
  };
}
