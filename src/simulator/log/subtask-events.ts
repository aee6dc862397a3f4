import type { World } from '../world.js';
import { logEvent, type EventLog } from './event-log.js';
import { nodeId } from './node-id.js';
import { taskIdentity } from './task-events.js';

/** Subtasks of multi-instance tasks: all of these events are ours, the service has none of them. */
export type SubtaskState = 'running' | 'completed';

/** `subtaskId` is that of the REST interface: 1 for the first after the primary. */
function identity(log: EventLog, world: World, subtask: number, id: number): string {
  const node = world.tasks.node[subtask]!;
  const poolId = log.poolIds[world.nodes.pool[node]!]!;
  return (
    `${taskIdentity(log, world, subtask)},"subtaskId":${id},"requiredSlots":1,` +
    `"nodeInfo":{"poolId":${poolId},"nodeId":"${nodeId(log, world, node)}"}`
  );
}

/** A subtask holds a node from now on. */
export function logSubtaskAssign(log: EventLog, world: World, subtask: number, id: number): void {
  logEvent(log, world.now, 'SubtaskAssign', `{${identity(log, world, subtask, id)}}`);
}

/** The counterpart of SubtaskAssign. */
export function logSubtaskRelease(log: EventLog, world: World, subtask: number, id: number): void {
  logEvent(log, world.now, 'SubtaskRelease', `{${identity(log, world, subtask, id)}}`);
}

export function logSubtaskState(
  log: EventLog,
  world: World,
  subtask: number,
  id: number,
  from: SubtaskState | null,
  to: SubtaskState,
): void {
  const before = from === null ? 'null' : `"${from}"`;
  const body = `{${identity(log, world, subtask, id)},"from":${before},"to":"${to}"}`;
  logEvent(log, world.now, 'SubtaskStateChange', body);
}
