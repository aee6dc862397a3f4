import { activeJob } from '../job-schedule/active-job.js';
import type { JobScheduleState } from '../job-schedule/job-schedule-state.js';
import type { World } from '../world.js';
import type { Invariant } from './invariant-table.js';

/** Asks once for all job schedules. */
function ofEachSchedule(
  wrong: (world: World, schedule: JobScheduleState) => string | undefined,
): Invariant {
  return (world, pool) => {
    if (pool.index > 0) return undefined;
    for (const schedule of world.schedules) {
      const text = wrong(world, schedule);
      if (text !== undefined) return `job schedule ${schedule.input.id}: ${text}`;
    }
    return undefined;
  };
}

/** What holds of job schedules after every event (service.md section 3.6). */
export const jobScheduleInvariants: Readonly<Record<string, Invariant>> = {
  'a schedule waits for its next job exactly while it is active and has no active job':
    ofEachSchedule((world, schedule) => {
      const waits = schedule.awaitedEvent >= 0;
      const shouldWait = schedule.state === 'active' && activeJob(world, schedule) === undefined;
      return waits === shouldWait ? undefined : `it ${waits ? 'waits' : 'does not wait'}`;
    }),

  'a schedule that has ended has no active job': ofEachSchedule((world, schedule) => {
    const { state } = schedule;
    const job = activeJob(world, schedule);
    return (state === 'completed' || state === 'deleted') && job !== undefined
      ? `it is ${state}, and ${job.input.id} is ${job.state}`
      : undefined;
  }),
};
