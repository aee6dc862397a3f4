import { giveAutoPool } from '../auto-pool/create-auto-pool.js';
import { createJobDependencies } from '../dependencies/job-dependencies.js';
import type { JobInput } from '../input/job-input.js';
import { JOB_WALL_CLOCK } from '../kernel/event-kind.js';
import { pushEvent } from '../kernel/event-queue.js';
import { logJobEnvironment } from '../log/environment-events.js';
import { logJobState } from '../log/job-events.js';
import { namedTasksOf } from '../task/named-tasks.js';
import type { World } from '../world.js';
import { awaitOwnTasks } from './await-workload.js';
import { addJobManager } from './job-manager-life.js';
import { completeUnscheduled } from './end-job.js';
import { poolOfJob } from './pool-of-job.js';
import { createJobState, type JobState, type JobOrigin } from './job-state.js';

/** Creates a job, active at once; `origin` during the run. */
export function addJob(world: World, input: JobInput, origin?: JobOrigin): JobState {
  const { jobs, now } = world;
  const job = createJobState(jobs.length, input, now, origin);
  jobs.push(job);
  if (input.autoPool !== undefined) giveAutoPool(world, job, input.autoPool);
  else job.pool = poolOfJob(world, input);
  world.dependencies.push(
    input.usesTaskDependencies === true ? createJobDependencies() : undefined,
  );
  world.namedTasks.push(namedTasksOf(world.input.operations ?? [], input.id));
  if (input.releaseTask !== undefined) world.releases ??= new Map();
  if (input.preparationTask !== undefined) world.preparations ??= { onNode: new Map(), failed: 0 };
  if (input.allowTaskPreemption === true) world.preempts = true;
  if (world.log !== undefined) {
    world.log.jobIds.push(JSON.stringify(input.id));
    logJobState(world.log, world, job, null);
    logJobEnvironment(world.log, world, job);
  }
  if (job.schedulingError !== undefined) {
    completeUnscheduled(world, job);
    return job;
  }
  awaitWallClock(world, job);
  if (origin !== undefined) awaitOwnTasks(world, job, origin.tasks);
  addJobManager(world, job);
  return job;
}

/** Waits for the longest time of a job, which counts from its creation (service.md section 3.2). */
export function awaitWallClock(world: World, job: JobState): void {
  const { maxWallClockTime, createdAt } = job;
  job.wallClockEvent = -1;
  if (maxWallClockTime === undefined) return;
  const at = Math.max(world.now, createdAt + maxWallClockTime);
  job.wallClockEvent = pushEvent(world.queue, at, JOB_WALL_CLOCK, job.index);
}
