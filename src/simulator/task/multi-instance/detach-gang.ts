import { logSubtaskRelease, logSubtaskState } from '../../log/subtask-events.js';
import type { PoolState } from '../../pool/pool-state.js';
import type { World } from '../../world.js';
import { unlinkFromNode } from '../node-tasks.js';
import { detachTask } from '../task-lifecycle.js';
import type { Fate } from '../outcome.js';
import { RUNNING } from '../task-state.js';
import { retireSubtask } from '../task-store.js';

/**
 * Takes a multi-instance task off all its nodes, which the end of its primary, of any subtask and of any node means (service.md
 * section 4.7). Returns the nodes, whose slots are free: the caller gives them away.
 */
export function detachGang(
  world: World,
  pool: PoolState,
  task: number,
  fate: Fate,
): readonly number[] {
  const { tasks, nodes } = world;
  const detail = tasks.details.get(task)!;
  const members = [task, ...detail.subtasks!];
  const freed = members.map((member) => tasks.node[member]!);
  const ran = tasks.state[task] === RUNNING;
  for (const [index, subtask] of detail.subtasks!.entries()) {
    detachSubtask(world, subtask, index + 1, ran);
  }
  detail.subtasks = undefined;
  detachTask(world, pool, task, fate);
  for (const node of freed) nodes.freeSlots[node] = pool.input.taskSlotsPerNode;
  return freed;
}

function detachSubtask(world: World, subtask: number, id: number, ran: boolean): void {
  const { log, tasks } = world;
  if (log !== undefined) {
    if (ran) logSubtaskState(log, world, subtask, id, 'running', 'completed');
    logSubtaskRelease(log, world, subtask, id);
  }
  unlinkFromNode(world, subtask);
  retireSubtask(tasks, subtask);
}
