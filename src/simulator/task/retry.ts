import type { World } from '../world.js';

/** Retries that a task may have: its own maxTaskRetryCount, or that of its job; -1 for any number (service.md section 4.2). */
export function retryLimit(world: World, task: number): number {
  const { tasks, jobs } = world;
  const own =
    tasks.detailed[task] === 0 ? undefined : tasks.details.get(task)!.settings.maxTaskRetryCount;
  return own ?? jobs[tasks.job[task]!]!.maxTaskRetryCount;
}

/**
 * Whether the attempt that just ended is followed by another. Only a nonzero exit code of the command is retried: not what
 * fails before it or in the upload after it, and an attempt that reached maxWallClockTime only where a parameter says so.
 */
export function isRetried(world: World, task: number): boolean {
  const { tasks } = world;
  if (tasks.detailed[task] === 0) return tasks.exitCode[task] !== 0 && mayRetry(world, task);
  const { failure } = tasks.details.get(task)!.attempt!;
  const retried =
    failure === 'FailureExitCode' ||
    (failure === 'TaskEnded' && world.parameters['task.retry_on_wall_clock'] === 'yes');
  return retried && mayRetry(world, task);
}

function mayRetry(world: World, task: number): boolean {
  const limit = retryLimit(world, task);
  return limit === -1 || world.tasks.retries[task]! < limit;
}
