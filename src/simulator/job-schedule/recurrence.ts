import type { Quanta } from '../../base/time/quanta.js';

/** When a job schedule creates its jobs, with REST names (service.md section 3.6). All times are UTC, without daylight saving. */
export interface Schedule {
  /** Time of the first recurrence, since the start of the run; the creation of the schedule where none is given. */
  readonly doNotRunUntil: Quanta;
  /** No job is created later; undefined for no end. */
  readonly doNotRunAfter?: Quanta;
  /** How late a job may be created for a recurrence; undefined for no limit within the interval. At least PT1M. */
  readonly startWindow?: Quanta;
  /** From one recurrence to the next; undefined for a single one. At least PT1M. */
  readonly recurrenceInterval?: Quanta;
}

/** A job that a schedule creates. */
export interface DueJob {
  readonly at: Quanta;
  /** Which recurrence it is for, counted from 0. */
  readonly recurrence: number;
}

/**
 * The next job of a schedule that may create one from `from` on: now that its active job has ended, or that it has been enabled.
 * `last` is the recurrence of its latest job, -1 before the first. A recurrence that fell due while nothing could be created is
 * made up for at once, within its startWindow and never within the next interval; earlier ones are lost. Undefined when no job
 * will follow.
 */
export function nextJob(schedule: Schedule, last: number, from: Quanta): DueJob | undefined {
  const { doNotRunUntil, recurrenceInterval } = schedule;
  const reached = recurrenceAt(schedule, from);
  if (reached > last && isOpen(schedule, reached, from)) return { at: from, recurrence: reached };
  const recurrence = Math.max(reached, last) + 1;
  if (recurrenceInterval === undefined && recurrence > 0) return undefined;
  const at = doNotRunUntil + recurrence * (recurrenceInterval ?? 0);
  return unlessOver(schedule, { at, recurrence });
}

/** The latest recurrence that is due at a time; -1 before the first. */
export function recurrenceAt({ doNotRunUntil, recurrenceInterval }: Schedule, at: Quanta): number {
  if (at < doNotRunUntil) return -1;
  if (recurrenceInterval === undefined) return 0;
  return Math.floor((at - doNotRunUntil) / recurrenceInterval);
}

/** Whether a job may still be created, at a time, for the latest recurrence that is due. */
export function isOpen(schedule: Schedule, recurrence: number, at: Quanta): boolean {
  const { doNotRunUntil, doNotRunAfter = Infinity, startWindow = Infinity } = schedule;
  const due = doNotRunUntil + recurrence * (schedule.recurrenceInterval ?? 0);
  return at <= due + startWindow && at <= doNotRunAfter;
}

/**
 * The last recurrence that is none of a schedule which begins at a time, or has other times from then on: all that are due before,
 * but for one that may be made up for. -1 for none.
 */
export function recurrenceBefore(schedule: Schedule, from: Quanta): number {
  const reached = recurrenceAt(schedule, from);
  return reached >= 0 && isOpen(schedule, reached, from) ? reached - 1 : reached;
}

function unlessOver({ doNotRunAfter }: Schedule, job: DueJob): DueJob | undefined {
  return doNotRunAfter !== undefined && job.at > doNotRunAfter ? undefined : job;
}
