import type { Outcome } from '../task/outcome.js';
import { PREPARING, RUNNING } from '../task/task-state.js';
import type { World } from '../world.js';
import type { JobState } from './job-state.js';

/** Tasks of a job by state, with the names of the REST interface (service.md section 6): deleted ones are in none. */
export interface TaskCounts {
  readonly active: number;
  /** Preparing ones among them. */
  readonly running: number;
  readonly completed: number;
  readonly succeeded: number;
  readonly failed: number;
}

/** The counts of the first jobs of a run; looks through the tasks that are not completed. */
export function taskCountsOf({ tasks, jobs }: World, length: number): TaskCounts[] {
  const running = new Array<number>(length).fill(0);
  for (let task = 0; task < tasks.used; task++) {
    const state = tasks.state[task];
    const job = tasks.job[task]!;
    if (job < length && (state === RUNNING || state === PREPARING)) running[job]! += 1;
  }
  return running.map((count, index) => {
    const { unfinished, succeeded, failed } = jobs[index]!;
    return {
      active: unfinished - count,
      running: count,
      completed: succeeded + failed,
      succeeded,
      failed,
    };
  });
}

/** A completed task is active again, or deleted. */
export function uncountCompleted(job: JobState, outcome: Outcome): void {
  if (outcome === 'succeeded') job.succeeded--;
  else job.failed--;
}
