import { ABANDONED, ASSIGNED, PREPARING, RETIRED, RUNNING, SUBTASK } from '../task/task-state.js';
import type { World } from '../world.js';
import type { JobState } from './job-state.js';

/** Tasks of a job that hold slots of nodes, in order of submission. */
export function tasksOnNodes(world: World, job: JobState): number[] {
  const { state } = world.tasks;
  return tasksOf(world, job, (task) => {
    const now = state[task];
    return now === ASSIGNED || now === PREPARING || now === RUNNING;
  });
}

/** Tasks of a job that are not completed and on no node: those that wait for a node or for their parents. */
export function tasksOffNodes(world: World, job: JobState): number[] {
  const held = new Set(tasksOnNodes(world, job));
  const { state } = world.tasks;
  return tasksOf(world, job, (task) => !held.has(task) && state[task] !== ABANDONED);
}

/** Active tasks of a completed job. */
export function abandonedTasks(world: World, job: JobState): number[] {
  return tasksOf(world, job, (task) => world.tasks.state[task] === ABANDONED);
}

function tasksOf(
  { tasks }: World,
  { index, unfinished }: JobState,
  isMeant: (task: number) => boolean,
): number[] {
  const found: number[] = [];
  if (unfinished === 0) return found;
  for (let task = 0; task < tasks.used; task++) {
    if (tasks.job[task] !== index) continue;
    const isTask = tasks.state[task] !== RETIRED && tasks.state[task] !== SUBTASK;
    if (isTask && isMeant(task)) found.push(task);
  }
  return found.sort((a, b) => tasks.number[a]! - tasks.number[b]!);
}
