import { logJobScheduleState } from '../log/job-schedule-events.js';
import type { World } from '../world.js';
import type { JobScheduleInput } from '../input/job-schedule-input.js';
import { createJobScheduleState, type JobScheduleState } from './job-schedule-state.js';

/** Creates a job schedule, active at once; its first job comes when it is looked at. */
export function addJobSchedule(world: World, input: JobScheduleInput): JobScheduleState {
  const schedule = createJobScheduleState(world.schedules.length, input, world.now);
  world.schedules.push(schedule);
  if (world.log !== undefined) logJobScheduleState(world.log, world, schedule, null);
  return schedule;
}
