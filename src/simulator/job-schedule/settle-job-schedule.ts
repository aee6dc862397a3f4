import type { Quanta } from '../../base/time/quanta.js';
import { JOB_DUE } from '../kernel/event-kind.js';
import { pushEvent } from '../kernel/event-queue.js';
import type { World } from '../world.js';
import { activeJob, jobsOfSchedule } from './active-job.js';
import { createDueJob } from './create-due-job.js';
import type { JobScheduleState } from './job-schedule-state.js';
import { nextJob } from './recurrence.js';
import { setJobScheduleState } from './set-job-schedule-state.js';

/**
 * Looks at a schedule whose job has ended, or that was changed: it creates the job that is due, waits for the next one, or has come
 * to its end (service.md section 3.6).
 */
export function settleJobSchedule(world: World, schedule: JobScheduleState): void {
  switch (schedule.state) {
    case 'active':
      schedule.awaitedEvent = -1;
      if (activeJob(world, schedule) === undefined) continueSchedule(world, schedule);
      return;
    case 'terminating':
      if (activeJob(world, schedule) === undefined) completeSchedule(world, schedule);
      return;
    case 'deleting':
      if (jobsOfSchedule(world, schedule).length === 0) {
        setJobScheduleState(world, schedule, 'deleted');
      }
      return;
    case 'disabled':
    case 'completed':
    case 'deleted':
      return;
  }
}

function continueSchedule(world: World, schedule: JobScheduleState): void {
  const { now } = world;
  let due = nextJob(schedule.schedule, schedule.lastRecurrence, now);
  if (due?.at === now) {
    if (createDueJob(world, schedule, due.recurrence)) return;
    due = nextJob(schedule.schedule, schedule.lastRecurrence, now);
  }
  const next = due?.at ?? endOf(schedule);
  if (next <= now) completeSchedule(world, schedule);
  else schedule.awaitedEvent = pushEvent(world.queue, next, JOB_DUE, schedule.index);
}

/**
 * When a schedule that will create no job any more is completed: one that recurs once it is past doNotRunAfter, one that does not as
 * soon as its job has ended.
 */
function endOf({ schedule }: JobScheduleState): Quanta {
  const { recurrenceInterval, doNotRunAfter = -Infinity } = schedule;
  return recurrenceInterval === undefined ? -Infinity : doNotRunAfter;
}

function completeSchedule(world: World, schedule: JobScheduleState): void {
  schedule.completedAt = world.now;
  setJobScheduleState(world, schedule, 'completed');
}
