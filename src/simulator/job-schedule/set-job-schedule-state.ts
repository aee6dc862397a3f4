import { endPoolOfSchedule } from '../auto-pool/end-auto-pool.js';
import { logJobScheduleState } from '../log/job-schedule-events.js';
import type { World } from '../world.js';
import type { JobScheduleState, JobScheduleStateName } from './job-schedule-state.js';
import { missedRecurrences } from './missed-recurrences.js';

export function setJobScheduleState(
  world: World,
  schedule: JobScheduleState,
  to: JobScheduleStateName,
): void {
  const from = schedule.state;
  if (to !== 'active' && to !== 'disabled')
    schedule.missed = missedRecurrences(schedule, world.now);
  schedule.state = to;
  schedule.awaitedEvent = -1;
  if (world.log !== undefined) logJobScheduleState(world.log, world, schedule, from);
  if (to === 'completed' || to === 'deleted') endPoolOfSchedule(world, schedule);
}
