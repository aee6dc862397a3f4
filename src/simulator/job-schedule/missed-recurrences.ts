import type { Quanta } from '../../base/time/quanta.js';
import type { JobScheduleState } from './job-schedule-state.js';
import { isOpen, recurrenceAt } from './recurrence.js';

/**
 * Recurrences of a schedule that went without a job until a time. The latest one does not count while a job can still be created for
 * it; a schedule that is ending misses none any more.
 */
export function missedRecurrences(state: JobScheduleState, at: Quanta): number {
  const { schedule, lastRecurrence, missed } = state;
  if (state.state !== 'active' && state.state !== 'disabled') return missed;
  const { doNotRunAfter = Infinity } = schedule;
  const reached = recurrenceAt(schedule, Math.min(at, doNotRunAfter));
  if (reached <= lastRecurrence) return missed;
  return missed + reached - lastRecurrence - (isOpen(schedule, reached, at) ? 1 : 0);
}
