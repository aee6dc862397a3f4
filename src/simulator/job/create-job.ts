import type { JobInput } from '../input/job-input.js';
import { awaitExpiry } from '../task/task-expiry.js';
import type { World } from '../world.js';
import { addJob } from './add-job.js';
import type { JobOrigin, JobState } from './job-state.js';

/** Creates a job during the run: the workload takes in the tasks that come with it. */
export function createJob(world: World, input: JobInput, origin: JobOrigin): JobState {
  const job = addJob(world, input, origin);
  world.arrival = world.growth!.add(job.taskStream!, world.now, job.index);
  if (world.arrival !== undefined) awaitExpiry(world, world.arrival.submitTime);
  return job;
}
