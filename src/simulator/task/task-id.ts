import type { World } from '../world.js';
import { isJobManager } from './job-manager.js';

/** Id of a task, unique within its job. */
export function taskIdOf({ tasks, jobs, stream }: World, task: number): string {
  return isJobManager(tasks, task)
    ? jobs[tasks.job[task]!]!.input.jobManagerTask!.id
    : stream.taskId(tasks.sourceIndex[task]!);
}
