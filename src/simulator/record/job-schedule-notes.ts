import { activeJob } from '../job-schedule/active-job.js';
import { recurrenceAt } from '../job-schedule/recurrence.js';
import type { World } from '../world.js';

/** Schedules that wait for a job that has not ended: a job is active until it is completed, and a schedule has one at most. */
export function jobScheduleNotes(world: World): string[] {
  return world.schedules.flatMap((state) => {
    const job = activeJob(world, state);
    const isHeld =
      job !== undefined && recurrenceAt(state.schedule, world.now) > state.lastRecurrence;
    if (!isHeld) return [];
    const jobs = state.created === 1 ? 'one job' : `${state.created} jobs`;
    return [
      `job schedule ${state.input.id} created ${jobs}: ${job.input.id} is ${job.state}, and no other is created before it is completed`,
    ];
  });
}
