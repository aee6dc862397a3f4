import { isoOrNull } from './iso-or-null.js';
import type { World } from '../world.js';
import { logEvent, type EventLog } from './event-log.js';
import { nodeId } from './node-id.js';

function identity(log: EventLog, world: World, task: number): string {
  const { tasks, stream } = world;
  const id = JSON.stringify(stream.taskId(tasks.sourceIndex[task]!));
  return `"jobId":${log.jobIds[tasks.job[task]!]!},"id":${id}`;
}

type State = 'active' | 'running' | 'completed';

/** A task changed its state on the wire; `from` is null when it was submitted. */
export function logTaskState(
  log: EventLog,
  world: World,
  task: number,
  from: State | null,
  to: State,
): void {
  const before = from === null ? 'null' : `"${from}"`;
  logEvent(
    log,
    world.now,
    'TaskStateChange',
    `{${identity(log, world, task)},"from":${before},"to":"${to}"}`,
  );
}

/** A task was given to a node, where it holds its slots from now on: ours, the service has no such event. */
export function logTaskAssign(log: EventLog, world: World, task: number): void {
  logEvent(
    log,
    world.now,
    'TaskAssign',
    `{${identity(log, world, task)},"requiredSlots":${world.tasks.requiredSlots[task]!},${nodeInfo(log, world, task)}}`,
  );
}

/** A task no longer holds its slots on a node: the counterpart of TaskAssign. */
export function logTaskRelease(log: EventLog, world: World, task: number): void {
  logEvent(
    log,
    world.now,
    'TaskRelease',
    `{${identity(log, world, task)},"requiredSlots":${world.tasks.requiredSlots[task]!},${nodeInfo(log, world, task)}}`,
  );
}

function nodeInfo(log: EventLog, world: World, task: number): string {
  const node = world.tasks.node[task]!;
  return `"nodeInfo":{"poolId":${log.poolIds[world.nodes.pool[node]!]!},"nodeId":"${nodeId(log, world, node)}"}`;
}

/** The members that all task events of the service share (service.md section 8). */
function common(log: EventLog, world: World, task: number): string {
  const { tasks, input } = world;
  const limit = input.jobs[tasks.job[task]!]!.maxTaskRetryCount;
  return (
    `${identity(log, world, task)},"taskType":"User","systemTaskVersion":${tasks.recoveries[task]!},` +
    `"requiredSlots":${tasks.requiredSlots[task]!},${nodeInfo(log, world, task)},` +
    `"multiInstanceSettings":{"numberOfInstances":1},"constraints":{"maxTaskRetryCount":${limit}}`
  );
}

/** Once per scheduling to a node, so again on every retry and requeue (documented). */
export function logTaskStart(log: EventLog, world: World, task: number): void {
  const retries = world.tasks.retries[task]!;
  logEvent(
    log,
    world.now,
    'TaskStart',
    `{${common(log, world, task)},"executionInfo":{"retryCount":${retries}}}`,
  );
}

/** The exit code is null for a task that was terminated before its command ended. */
function executionInfo(log: EventLog, world: World, task: number, exitCode: number | null): string {
  const { tasks } = world;
  return (
    `"executionInfo":{"startTime":${isoOrNull(log, tasks.startedAt[task]!)},"endTime":${isoOrNull(log, world.now)},` +
    `"exitCode":${exitCode},"retryCount":${tasks.retries[task]!},"requeueCount":${tasks.requeues[task]!}}`
  );
}

/** TaskComplete; a failure is reported by TaskFail in addition (documented). */
export function logTaskComplete(
  log: EventLog,
  world: World,
  task: number,
  exitCode: number | null,
): void {
  const body = `{${common(log, world, task)},${executionInfo(log, world, task, exitCode)}}`;
  logEvent(log, world.now, 'TaskComplete', body);
  if (exitCode !== 0) logEvent(log, world.now, 'TaskFail', body);
}

export function logTaskRequeue(log: EventLog, world: World, task: number): void {
  const body = `{${common(log, world, task)},${executionInfo(log, world, task, null)}}`;
  logEvent(log, world.now, 'TaskRequeue', body);
}
