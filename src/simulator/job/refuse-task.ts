import { logTaskRefusal } from '../log/job-events.js';
import type { World } from '../world.js';
import type { ServiceError } from '../operations/operation.js';
import { refusal } from '../operations/service-errors.js';
import { endingRefusal } from './ending-refusal.js';
import { isEnding, type JobState } from './job-state.js';

/** Why the next task of the workload cannot be added: its job has come to its end, or has a task of its id (service.md sections 3.1 and 10). */
export function refusalOfArrival(world: World, job: JobState): ServiceError | undefined {
  if (isEnding(job)) return endingRefusal(job);
  if (world.addedTasks.length === 0) return undefined;
  const id = (job.taskStream ?? world.stream).taskId(world.arrival!.index);
  const known = world.namedTasks[job.index]?.get(id.toLowerCase()) ?? { kind: 'unknown' };
  return known.kind === 'unknown' ? undefined : refusal('TaskExists');
}

/** The next task of the workload is not added. */
export function refuseTask(world: World, job: JobState, error: ServiceError): void {
  world.counts.refused++;
  world.jobAgenda.push(job.index);
  if (world.log !== undefined) logTaskRefusal(world.log, world, job, world.arrival!.index, error);
}
