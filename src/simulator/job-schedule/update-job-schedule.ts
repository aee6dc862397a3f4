import { logJobScheduleUpdate } from '../log/job-schedule-events.js';
import type { World } from '../world.js';
import type { JobScheduleState } from './job-schedule-state.js';
import type { JobSpecification } from '../input/job-schedule-input.js';
import { missedRecurrences } from './missed-recurrences.js';
import { recurrenceAt, recurrenceBefore, type Schedule } from './recurrence.js';
import { settleJobSchedule } from './settle-job-schedule.js';

/** Gives a schedule other times, or other properties of its jobs: the active job stays as it is (service.md section 3.6). */
export function updateJobSchedule(
  world: World,
  state: JobScheduleState,
  schedule: Schedule | undefined,
  changes: Partial<JobSpecification>,
): void {
  state.jobSpecification = { ...state.jobSpecification, ...changes };
  // The same times again change nothing, or a recurrence that a quota has refused would get another try.
  if (schedule !== undefined && !isSame(schedule, state.schedule)) {
    state.missed = missedRecurrences(state, world.now);
    state.schedule = schedule;
    // The latest job counts for the recurrence in which it was created, and no job makes up for an earlier one.
    const { lastCreation } = state;
    const used = lastCreation < 0 ? -1 : recurrenceAt(schedule, lastCreation);
    state.lastRecurrence = Math.max(used, recurrenceBefore(schedule, world.now));
  }
  if (world.log !== undefined) logJobScheduleUpdate(world.log, world, state);
  settleJobSchedule(world, state);
}

function isSame(a: Schedule, b: Schedule): boolean {
  return (
    a.doNotRunUntil === b.doNotRunUntil &&
    a.doNotRunAfter === b.doNotRunAfter &&
    a.startWindow === b.startWindow &&
    a.recurrenceInterval === b.recurrenceInterval
  );
}
