import { BLOCKED } from '../task/task-state.js';
import type { World } from '../world.js';
import { hasFailed, missingParent } from './job-dependencies.js';

/** A task (slot of the task store) that can never end, and why. */
export interface StalledTask {
  readonly task: number;
  readonly why: string;
}

/** The tasks that wait for their parents, at most `limit`, in order of submission, each with the parent that it waits for. */
export function blockedTasks(world: World, limit: number): StalledTask[] {
  const { tasks } = world;
  const found: number[] = [];
  for (let task = 0; task < tasks.used; task++) {
    if (tasks.state[task] === BLOCKED) found.push(task);
  }
  return found
    .sort((a, b) => tasks.number[a]! - tasks.number[b]!)
    .slice(0, limit)
    .map((task) => ({ task, why: reasonOf(world, task) }));
}

function reasonOf(world: World, task: number): string {
  const dependencies = world.dependencies[world.tasks.job[task]!]!;
  const { dependsOn } = world.tasks.details.get(task)!.settings;
  const parent = missingParent(dependencies, dependsOn!)!;
  const name = parent.kind === 'id' ? parent.id : String(parent.value);
  return hasFailed(dependencies, parent)
    ? `it depends on task ${name}, which failed`
    : `it depends on task ${name}, which has not succeeded`;
}
