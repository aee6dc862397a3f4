import type { TimedOperation } from '../input/simulation-input.js';
import type { World } from '../world.js';
import type { Outcome } from './outcome.js';
import type { CompletedTask, NamedTasks } from './named-task.js';
import { endingOf } from './ending.js';
import { taskIdOf } from './task-id.js';

/** The tasks of a job that operations name; undefined where there are none. */
export function namedTasksOf(
  operations: readonly TimedOperation[],
  jobId: string,
): NamedTasks | undefined {
  const folded = jobId.toLowerCase();
  let tasks: NamedTasks | undefined;
  for (const { operation, when } of operations) {
    if (operation.kind === 'addTasks' && operation.jobId.toLowerCase() === folded) {
      tasks ??= new Map();
      for (const { id } of operation.tasks) tasks.set(id.toLowerCase(), { kind: 'unknown' });
    }
    for (const named of [operation, when]) {
      if (named === undefined || !('taskId' in named)) continue;
      if (named.jobId.toLowerCase() !== folded) continue;
      tasks ??= new Map();
      tasks.set(named.taskId.toLowerCase(), { kind: 'unknown' });
    }
  }
  return tasks;
}

/** Remembers where a task is if an operation names it. */
export function trackTask(world: World, named: NamedTasks, task: number): void {
  const id = idOf(world, task);
  if (named.has(id)) named.set(id, { kind: 'in-flight', task });
}

/** Remembers what a task was, before its slot of the store is given away. */
export function trackCompletion(
  world: World,
  named: NamedTasks,
  task: number,
  outcome: Outcome,
): void {
  const id = idOf(world, task);
  if (!named.has(id)) return;
  const { tasks } = world;
  const completed: CompletedTask = {
    outcome,
    failure: outcome === 'succeeded' ? undefined : endingOf(world, task, outcome).failure,
    number: tasks.number[task]!,
    sourceIndex: tasks.sourceIndex[task]!,
    submitTime: tasks.submitTime[task]!,
    runTime: tasks.runTime[task]!,
    requiredSlots: tasks.requiredSlots[task]!,
    exitCode: tasks.exitCode[task]!,
    firstStart: tasks.firstStart[task]!,
    requeues: tasks.requeues[task]!,
    recoveries: tasks.recoveries[task]!,
    detail: tasks.details.get(task),
  };
  named.set(id, { kind: 'completed', completed });
}

function idOf(world: World, task: number): string {
  return taskIdOf(world, task).toLowerCase();
}
