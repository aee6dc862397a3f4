import { offerQueuedTasks } from '../scheduler/place.js';
import { settleJobSchedule } from '../job-schedule/settle-job-schedule.js';
import type { World } from '../world.js';
import { makeRoomForManager } from '../scheduler/make-room.js';
import { preemptTasks } from '../scheduler/preempt-tasks.js';
import { disableJob } from './disable-job.js';
import { completeWhenDone, terminateJob } from './end-job.js';
import { endsWithManager, isAllComplete, isEnding, type JobState } from './job-state.js';
import { setJobState } from './set-job-state.js';

/**
 * Looks at the jobs to which something happened in the event that just ended: what they start or end must not interfere with what
 * was going on.
 */
export function settleJobs(world: World): void {
  const { jobAgenda, scheduleAgenda, jobs, schedules } = world;
  // They grow while they are worked on: the end of one job may let others go on, and its schedule create the next.
  let job = 0;
  let schedule = 0;
  while (job < jobAgenda.length || schedule < scheduleAgenda.length) {
    if (job < jobAgenda.length) settleJob(world, jobs[jobAgenda[job++]!]!);
    else settleJobSchedule(world, schedules[scheduleAgenda[schedule++]!]!);
  }
  jobAgenda.length = 0;
  scheduleAgenda.length = 0;
}

function settleJob(world: World, job: JobState): void {
  if (endsWithManager(job) && !isEnding(job)) {
    terminateJob(world, job, 'JMComplete');
    return;
  }
  const { demanded } = job;
  job.demanded = undefined;
  if (demanded !== undefined && !isEnding(job)) {
    if (demanded === 'terminate') terminateJob(world, job, 'TaskFailed');
    else disableJob(world, job, 'requeue');
    return;
  }
  switch (job.state) {
    case 'active':
      if (isAllComplete(job)) terminateJob(world, job, 'AllTasksComplete');
      else if (job.isOpen && job.pool >= 0) {
        offerQueuedTasks(world, world.pools[job.pool]!);
        if (job.managerRestarts && mayStillStart(job)) makeRoomForManager(world, job);
        if (world.preempts) preemptTasks(world, job);
      }
      return;
    case 'disabling':
      if (job.onNodes === 0) setJobState(world, job, 'disabled');
      return;
    case 'enabling':
      setJobState(world, job, 'active');
      settleJob(world, job);
      return;
    case 'terminating':
    case 'deleting':
      completeWhenDone(world, job);
      return;
    case 'disabled':
    case 'completed':
    case 'deleted':
      return;
  }
}

/** Its queued tasks, offered just before, may have reached maxParallelTasks. */
function mayStillStart({ isOpen }: JobState): boolean {
  return isOpen;
}
