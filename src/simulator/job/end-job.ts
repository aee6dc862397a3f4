import { endPoolOfJob } from '../auto-pool/end-auto-pool.js';
import { forgetJobQueue } from '../scheduler/task-queue.js';
import { leaveWaiting } from '../dependencies/block-task.js';
import { countActive } from '../task/active-count.js';
import { takeOff } from '../task/end-attempt.js';
import { terminateTask } from '../task/task-expiry.js';
import { ABANDONED, QUEUED } from '../task/task-state.js';
import type { World } from '../world.js';
import { isEnding, type JobState, type TerminateReason } from './job-state.js';
import { forgetPreparations } from './forget-preparations.js';
import { abandonedTasks, tasksOffNodes, tasksOnNodes } from './job-tasks.js';
import { awaitsReleases } from './release-nodes.js';
import { setJobState } from './set-job-state.js';

/**
 * Terminates a job: its running tasks are ended, and once that is done the job is completed; active ones stay so for ever
 * (service.md section 3.3).
 */
export function terminateJob(world: World, job: JobState, reason: TerminateReason): void {
  job.terminateReason = reason;
  setJobState(world, job, 'terminating');
  endRunningTasks(world, job);
}

/** Deletes a job with all its tasks, whether they have run or not. */
export function deleteJob(world: World, job: JobState): void {
  setJobState(world, job, 'deleting');
  endRunningTasks(world, job);
  for (const task of tasksOffNodes(world, job)) terminateTask(world, task);
  for (const task of abandonedTasks(world, job)) terminateTask(world, task);
}

/** Ends the tasks of a job that are on nodes: they are completed with failure information. */
export function endRunningTasks(world: World, job: JobState): void {
  for (const task of tasksOnNodes(world, job)) {
    takeOff(world, world.pools[world.nodes.pool[world.tasks.node[task]!]!]!, task, 'terminated');
  }
  world.jobAgenda.push(job.index);
}

/** The job is completed, or gone, once nothing of it runs any more, its release tasks included. */
export function completeWhenDone(world: World, job: JobState): void {
  if (job.onNodes > 0 || !isEnding(job)) return;
  forgetPreparations(world, job.index);
  if (awaitsReleases(world, job)) return;
  if (job.state === 'deleting') {
    setJobState(world, job, 'deleted');
    endPoolOfJob(world, job);
    leaveSchedule(world, job);
    return;
  }
  for (const task of tasksOffNodes(world, job)) abandon(world, job, task);
  const pool = world.pools[job.pool];
  if (pool !== undefined) forgetJobQueue(pool.queue, job.index);
  job.completedAt = world.now;
  setJobState(world, job, 'completed');
  endPoolOfJob(world, job);
  leaveSchedule(world, job);
}

/** A job whose auto pool could not be created is completed before it began. */
export function completeUnscheduled(world: World, job: JobState): void {
  job.completedAt = world.now;
  setJobState(world, job, 'completed');
  leaveSchedule(world, job);
}

/** Its schedule may create the next job, or has ended with it. */
function leaveSchedule({ scheduleAgenda }: World, { schedule }: JobState): void {
  if (schedule >= 0) scheduleAgenda.push(schedule);
}

/** A task that is active when its job is completed stays active and never runs (service.md section 3.1). */
function abandon(world: World, job: JobState, task: number): void {
  const { tasks, counts } = world;
  const pool = world.pools[job.pool];
  if (pool !== undefined) {
    if (tasks.state[task] !== QUEUED) leaveWaiting(world, pool, task);
    countActive(world, pool, task, -1);
  }
  tasks.state[task] = ABANDONED;
  counts.abandoned++;
}
