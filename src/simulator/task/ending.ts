import type { TaskFailureCode } from '../../workload/task-failure-codes.js';
import type { World } from '../world.js';

/** What a completed task shows: its exit code (null where the command did not end by itself) and its failure. */
export interface TaskEnding {
  readonly exitCode: number | null;
  /** Undefined for a success. */
  readonly failure: TaskFailureCode | undefined;
}

/** The end of a task that was stopped on purpose: by a shrinking pool, a user or its longest life. */
const stopped: TaskEnding = { exitCode: null, failure: 'TaskEnded' };

/** The end of the attempt of a task, which the caller has just seen out or stopped. */
export function endingOf(world: World, task: number, outcome: string): TaskEnding {
  if (outcome === 'terminated') return stopped;
  const attempt = world.tasks.details.get(task)?.attempt;
  if (attempt !== undefined) return attempt;
  const exitCode = world.tasks.exitCode[task]!;
  return { exitCode, failure: exitCode === 0 ? undefined : 'FailureExitCode' };
}
