import { logTaskRefusal } from '../log/job-events.js';
import type { World } from '../world.js';
import type { JobState } from './job-state.js';

/** The next task of the workload cannot be added: its job has come to its end (service.md sections 3.1 and 10). */
export function refuseTask(world: World, job: JobState): void {
  world.counts.refused++;
  world.jobAgenda.push(job.index);
  if (world.log !== undefined) logTaskRefusal(world.log, world, job, world.arrival!.index);
}
