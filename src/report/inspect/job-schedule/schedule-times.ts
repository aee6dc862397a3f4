import { parseIsoDuration, parseIsoInstant } from '../../../base/time/iso8601.js';
import { ticksPerMillisecond } from '../../../base/time/ticks.js';
import { recurrenceAt, type Schedule } from '../../../simulator/job-schedule/recurrence.js';
import { formatDuration } from '../../format/duration.js';
import { recordOf, textOf, type LogLine } from '../log-line.js';

/** The `schedule` that a line gives a job schedule, its times in milliseconds since the start of the run. */
export function timesOf({ t, time, body }: LogLine): Schedule {
  const schedule = recordOf(body, 'schedule');
  const now = parseIsoInstant(time) ?? 0;
  const instant = (key: string): number | undefined => {
    const at = parseIsoInstant(textOf(schedule, key));
    return at === undefined ? undefined : t + (at - now) / ticksPerMillisecond;
  };
  const duration = (key: string): number | undefined => {
    const ticks = parseIsoDuration(textOf(schedule, key));
    return ticks === undefined ? undefined : ticks / ticksPerMillisecond;
  };
  const doNotRunAfter = instant('doNotRunAfter');
  const startWindow = duration('startWindow');
  const recurrenceInterval = duration('recurrenceInterval');
  return {
    doNotRunUntil: instant('doNotRunUntil') ?? t,
    ...(doNotRunAfter === undefined ? {} : { doNotRunAfter }),
    ...(startWindow === undefined ? {} : { startWindow }),
    ...(recurrenceInterval === undefined ? {} : { recurrenceInterval }),
  };
}

/** The recurrence that a job of this time is for: instants of the log are whole milliseconds, its `t` is finer. */
export function recurrenceOfJob(schedule: Schedule, t: number): number {
  return recurrenceAt(schedule, t + 1);
}

/** When a recurrence is due. */
export function dueAt(
  { doNotRunUntil, recurrenceInterval = 0 }: Schedule,
  recurrence: number,
): number {
  return doNotRunUntil + recurrence * recurrenceInterval;
}

/** `a job every 30d from 2026-01-05T18:00:00.000Z, startWindow 12h`. */
export function timesText(body: LogLine['body']): string {
  const schedule = recordOf(body, 'schedule');
  const length = (key: string): string | undefined => {
    const ticks = parseIsoDuration(textOf(schedule, key));
    return ticks === undefined ? undefined : formatDuration(ticks / ticksPerMillisecond / 1000);
  };
  const interval = length('recurrenceInterval');
  const startWindow = length('startWindow');
  const last = textOf(schedule, 'doNotRunAfter');
  const first = textOf(schedule, 'doNotRunUntil');
  return [
    interval === undefined ? `one job at ${first}` : `a job every ${interval} from ${first}`,
    ...(last === '' ? [] : [`none after ${last}`]),
    ...(startWindow === undefined ? [] : [`startWindow ${startWindow}`]),
  ].join(', ');
}
