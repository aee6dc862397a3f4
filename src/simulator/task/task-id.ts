import type { World } from '../world.js';
import { isJobManager } from './job-manager.js';

/** Id of a task, unique within its job. */
export function taskIdOf({ tasks, jobs, stream }: World, task: number): string {
  const { input, taskStream } = jobs[tasks.job[task]!]!;
  return isJobManager(tasks, task)
    ? input.jobManagerTask!.id
    : (taskStream ?? stream).taskId(tasks.sourceIndex[task]!);
}
