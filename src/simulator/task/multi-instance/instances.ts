import { SUBTASK } from '../task-state.js';
import type { TaskStore } from '../task-store.js';

/** Nodes that a multi-instance task needs at once; 0 for any other task. */
export function instancesOf(tasks: TaskStore, task: number): number {
  if (tasks.detailed[task] === 0) return 0;
  return tasks.details.get(task)!.settings.multiInstance?.numberOfInstances ?? 0;
}

/** The nodes that a task holds: one, or as many as a multi-instance task has instances. */
export function nodesOfTask(tasks: TaskStore, task: number): number[] {
  const subtasks = tasks.detailed[task] === 0 ? undefined : tasks.details.get(task)!.subtasks;
  return [task, ...(subtasks ?? [])].map((member) => tasks.node[member]!);
}

/** The task that an entry in the list of a node belongs to: itself, or the multi-instance task whose subtask it is. */
export function primaryOf(tasks: TaskStore, task: number): number {
  return tasks.state[task] === SUBTASK ? tasks.details.get(task)!.primary! : task;
}
