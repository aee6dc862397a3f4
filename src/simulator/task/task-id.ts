import type { World } from '../world.js';
import { firstAddedSource, isJobManager } from './job-manager.js';

/** What stands for the place in the workload of a task that an operation has added, by its place in `world.addedTasks`. */
export function addedTaskIndex(position: number): number {
  return firstAddedSource - position;
}

/** Id of a task, unique within its job. */
export function taskIdOf({ tasks, jobs, stream, addedTasks }: World, task: number): string {
  const { input, taskStream } = jobs[tasks.job[task]!]!;
  if (isJobManager(tasks, task)) return input.jobManagerTask!.id;
  const index = tasks.sourceIndex[task]!;
  return index <= firstAddedSource
    ? addedTasks[firstAddedSource - index]!
    : (taskStream ?? stream).taskId(index);
}
