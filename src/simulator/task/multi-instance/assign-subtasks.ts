import { logSubtaskAssign, logSubtaskState } from '../../log/subtask-events.js';
import type { World } from '../../world.js';
import { linkToNode } from '../node-tasks.js';
import { createTaskDetail } from '../task-detail.js';
import { SUBTASK } from '../task-state.js';
import { allocateSubtask } from '../task-store.js';

/** Gives a node to each instance of a multi-instance task but the primary; the caller has taken the slots. */
export function assignSubtasks(world: World, task: number, nodes: readonly number[]): void {
  const detail = world.tasks.details.get(task)!;
  detail.subtasks = nodes.map((node, index) => assignSubtask(world, task, node, index + 1));
}

function assignSubtask(world: World, primary: number, node: number, id: number): number {
  const { tasks, now } = world;
  const task = allocateSubtask(tasks);
  tasks.state[task] = SUBTASK;
  tasks.number[task] = tasks.number[primary]!;
  tasks.sourceIndex[task] = tasks.sourceIndex[primary]!;
  tasks.job[task] = tasks.job[primary]!;
  tasks.submitTime[task] = tasks.submitTime[primary]!;
  tasks.runTime[task] = 0;
  tasks.requiredSlots[task] = 1;
  tasks.exitCode[task] = 0;
  tasks.startedAt[task] = -1;
  tasks.firstStart[task] = -1;
  tasks.attempts[task] = 0;
  tasks.retries[task] = 0;
  tasks.requeues[task] = 0;
  tasks.recoveries[task] = 0;
  tasks.awaitedEvent[task] = -1;
  tasks.detailed[task] = 1;
  const { settings } = tasks.details.get(primary)!;
  tasks.details.set(task, { ...createTaskDetail(settings, now), primary });
  linkToNode(world, task, node);
  if (world.log !== undefined) logSubtaskAssign(world.log, world, task, id);
  return task;
}

/** The multi-instance task starts to run, and its subtasks with it. */
export function startSubtasks(world: World, subtasks: readonly number[]): void {
  const { log } = world;
  if (log === undefined) return;
  for (const [index, task] of subtasks.entries()) {
    logSubtaskState(log, world, task, index + 1, null, 'running');
  }
}
