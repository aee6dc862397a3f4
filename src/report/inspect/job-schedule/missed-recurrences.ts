import {
  isOpen,
  recurrenceAt,
  recurrenceBefore,
  type Schedule,
} from '../../../simulator/job-schedule/recurrence.js';
import { dueAt, recurrenceOfJob } from './schedule-times.js';

/** Recurrences in a row that went without a job for the same reason. */
export interface MissedRecurrences {
  /** When the first and the last of them were due, in milliseconds since the start of the run. */
  readonly from: number;
  to: number;
  count: number;
  readonly reason: string;
}

/** Follows the recurrences of a job schedule, told what the log says of it in order of time. */
export interface RecurrenceFollower {
  /** The schedule begins, or has other times from now on. */
  setTimes(schedule: Schedule, t: number): void;
  /** A job was created for the recurrence of now, or refused. */
  useRecurrence(t: number, isRefused: boolean): void;
  /** Why the schedule creates no job from now on; undefined when nothing holds it. */
  holdBack(t: number, reason: string | undefined): void;
  /** The schedule ends, or the log: nothing is lost any more. */
  end(t: number): void;
  readonly missed: readonly MissedRecurrences[];
}

export function followRecurrences(): RecurrenceFollower {
  const missed: MissedRecurrences[] = [];
  const holds: { readonly from: number; readonly reason: string | undefined }[] = [];
  let schedule: Schedule | undefined;
  let last = -1;
  let latestJob: number | undefined;
  /** Whether nothing but other missed ones came since the latest missed one. */
  let isRow = false;

  /** What held the schedule back at a time; times never go back. */
  function reasonAt(t: number): string | undefined {
    while (holds.length > 1 && holds[1]!.from <= t) holds.shift();
    return holds[0]?.reason;
  }

  /** The recurrences up to this one had no job. */
  function loseUntil(recurrence: number): void {
    while (last < recurrence) {
      const due = dueAt(schedule!, ++last);
      const reason = reasonAt(due) ?? 'no job was created in time';
      const before = missed.at(-1);
      if (isRow && before?.reason === reason) {
        before.to = due;
        before.count++;
      } else {
        missed.push({ from: due, to: due, count: 1, reason });
      }
      isRow = true;
    }
  }

  function close(t: number): void {
    if (schedule === undefined) return;
    const reached = recurrenceAt(schedule, Math.min(t, schedule.doNotRunAfter ?? Infinity));
    loseUntil(reached >= 0 && isOpen(schedule, reached, t) ? reached - 1 : reached);
  }

  return {
    missed,
    setTimes(times, t) {
      close(t);
      schedule = times;
      // As in updateJobSchedule: its latest job counts for the recurrence in which it was created.
      const used = latestJob === undefined ? -1 : recurrenceOfJob(times, latestJob);
      last = Math.max(used, recurrenceBefore(times, t));
    },
    useRecurrence(t, isRefused) {
      if (schedule === undefined) return;
      const recurrence = recurrenceOfJob(schedule, t);
      loseUntil(recurrence - 1);
      last = recurrence;
      isRow = false;
      if (!isRefused) latestJob = t;
    },
    holdBack: (t, reason) => void holds.push({ from: t, reason }),
    end(t) {
      close(t);
      schedule = undefined;
    },
  };
}
