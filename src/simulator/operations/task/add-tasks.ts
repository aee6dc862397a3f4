import { offerOrBlock } from '../../dependencies/block-task.js';
import { endingRefusal } from '../../job/ending-refusal.js';
import { isEnding, type JobState } from '../../job/job-state.js';
import { serviceLimits } from '../../service-limits.js';
import { awaitExpiry } from '../../task/task-expiry.js';
import { addedTaskIndex } from '../../task/task-id.js';
import { enterTask } from '../../task/task-lifecycle.js';
import type { World } from '../../world.js';
import { findJob, type Answer, type OperationDefinition } from '../operation-definition.js';
import type { AddedTask, AddTasks } from '../operation.js';
import { refusal } from '../service-errors.js';

/**
 * Adds a collection of tasks: at most 100 in one request (service.md section 4.8). The request is answered with 200, and each task
 * with success or clienterror.
 */
export const addTasks: OperationDefinition<AddTasks> = {
  httpStatus: 200,
  perform: (world, operation) => [addCollection(world, operation)],
};

function addCollection(world: World, { jobId, tasks }: AddTasks): Answer {
  const job = findJob(world, jobId);
  if (job === undefined) return { error: refusal('JobNotFound') };
  if (isEnding(job)) return { error: endingRefusal(job) };
  if (tasks.length > serviceLimits.tasksOfRequest) return { error: refusal('RequestBodyTooLarge') };
  const refused = tasks.filter((task) => !addTask(world, job, task)).map(({ id }) => id);
  const added = tasks.length - refused.length;
  const failures = refused.map((id) => `; clienterror: TaskExists ${id}`).join('');
  return { results: `success: ${added}${failures}` };
}

/** False where the job has a task of that id. */
function addTask(world: World, job: JobState, added: AddedTask): boolean {
  const named = world.namedTasks[job.index]!;
  if (named.get(added.id.toLowerCase())!.kind !== 'unknown') return false;
  const { counts, now } = world;
  const { runTime, requiredSlots, exitCode, settings } = added;
  const index = addedTaskIndex(world.addedTasks.push(added.id) - 1);
  const pool = world.pools[job.pool]!;
  const number = counts.submitted++ + counts.refused - counts.jobManagers;
  const arrival = {
    index,
    job: job.index,
    submitTime: now,
    runTime,
    requiredSlots,
    exitCode,
    settings,
  };
  const task = enterTask(world, pool, arrival, number);
  awaitExpiry(world, now);
  offerOrBlock(world, pool, task);
  return true;
}
