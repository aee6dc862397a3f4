import type { World } from '../world.js';

/** Enters a task, or an instance of one, into the list of its node. */
export function linkToNode({ tasks, nodes, now }: World, task: number, node: number): void {
  tasks.node[task] = node;
  tasks.assignedAt[task] = now;
  const first = nodes.firstTask[node]!;
  tasks.previous[task] = -1;
  tasks.next[task] = first;
  if (first >= 0) tasks.previous[first] = task;
  nodes.firstTask[node] = task;
  nodes.lastAssignment[node] = now;
}

/** Takes a task out of the list of its node, and counts the time for which it held its slots. */
export function unlinkFromNode(world: World, task: number): void {
  const { tasks, nodes, now } = world;
  const node = tasks.node[task]!;
  const next = tasks.next[task]!;
  const previous = tasks.previous[task]!;
  if (previous >= 0) tasks.next[previous] = next;
  else nodes.firstTask[node] = next;
  if (next >= 0) tasks.previous[next] = previous;
  const pool = world.pools[nodes.pool[node]!]!;
  pool.nodeTime[nodes.kind[node]!]!.slotTime +=
    tasks.requiredSlots[task]! * (now - tasks.assignedAt[task]!);
  tasks.node[task] = -1;
}
