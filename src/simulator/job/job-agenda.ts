import { offerQueuedTasks } from '../scheduler/place.js';
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
  const { jobAgenda, jobs } = world;
  // It grows while it is worked on: the end of one job may let others go on.
  for (let next = 0; next < jobAgenda.length; next++) settleJob(world, jobs[jobAgenda[next]!]!);
  jobAgenda.length = 0;
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
        if (job.managerRestarts) makeRoomForManager(world, job);
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
