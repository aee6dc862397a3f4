import { exitOptionsFor, type JobAction } from '../../workload/exit-conditions.js';
import { refreshJob } from '../job/set-job-state.js';
import { logDependencyAction } from '../log/dependency-events.js';
import type { World } from '../world.js';
import { endingOf } from './ending.js';
import type { Outcome } from './outcome.js';

/**
 * What the final end of a task does to its job and to the tasks that depend on it (service.md section 4.5), after all its retries
 * (S4.4). A task that was stopped from outside has met no exit condition: it blocks, and does nothing to its job.
 */
export interface ExitActions {
  readonly jobAction: JobAction;
  readonly satisfies: boolean;
}

export function exitActionsOf(world: World, task: number, outcome: Outcome): ExitActions {
  if (outcome === 'terminated') return { jobAction: 'none', satisfies: false };
  const succeeded = outcome === 'succeeded';
  const conditions = world.tasks.details.get(task)?.settings.exitConditions;
  const { exitCode, failure } = endingOf(world, task, outcome);
  const options =
    conditions === undefined ? undefined : exitOptionsFor(conditions, exitCode, failure);
  const byDefault = succeeded
    ? 'none'
    : options === undefined
      ? world.parameters['job.action_without_exit_options']
      : 'terminate';
  return {
    jobAction: options?.jobAction ?? byDefault,
    satisfies: (options?.dependencyAction ?? (succeeded ? 'satisfy' : 'block')) === 'satisfy',
  };
}

/** Notes what the end of a task demands of its job, which starts no task any more; the job is dealt with after the event. */
export function demandJobAction(world: World, index: number, action: JobAction): void {
  if (action === 'none') return;
  const job = world.jobs[index]!;
  job.demanded = action;
  refreshJob(world, job);
  world.jobAgenda.push(index);
}

/** Tells the log of an end that does not do to dependent tasks what its success or failure does by default. */
export function logUnusualAction(
  world: World,
  task: number,
  outcome: Outcome,
  satisfies: boolean,
): void {
  if (world.log === undefined || satisfies === (outcome === 'succeeded')) return;
  logDependencyAction(world.log, world, task, satisfies ? 'satisfy' : 'block');
}
