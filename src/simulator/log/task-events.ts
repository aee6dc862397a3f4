import { quantaToSeconds, type Quanta } from '../../base/time/quanta.js';
import { taskFailureCodes, type TaskFailureCode } from '../../workload/task-failure-codes.js';
import type { TaskEnding } from '../task/ending.js';
import { instancesOf } from '../task/multi-instance/instances.js';
import { isJobManager } from '../task/job-manager.js';
import { retryLimit } from '../task/retry.js';
import { taskIdOf } from '../task/task-id.js';
import { isoOrNull } from './iso-or-null.js';
import type { World } from '../world.js';
import { logEvent, type EventLog } from './event-log.js';
import { nodeId } from './node-id.js';

/** The members that name a task in an event. */
export function taskIdentity(log: EventLog, world: World, task: number): string {
  const { tasks } = world;
  const number = tasks.number[task]!;
  // Events of one task follow each other.
  if (number !== log.namedTask) {
    log.namedTask = number;
    const id = JSON.stringify(taskIdOf(world, task));
    log.taskName = `"jobId":${log.jobIds[tasks.job[task]!]!},"id":${id}`;
  }
  return log.taskName;
}

type State = 'active' | 'preparing' | 'running' | 'completed';

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
    `{${taskIdentity(log, world, task)},"from":${before},"to":"${to}"}`,
  );
}

/** A task was given to a node, where it holds its slots from now on: ours, the service has no such event. */
export function logTaskAssign(log: EventLog, world: World, task: number): void {
  logEvent(
    log,
    world.now,
    'TaskAssign',
    `{${taskIdentity(log, world, task)},"requiredSlots":${world.tasks.requiredSlots[task]!},${nodeInfo(log, world, task)}}`,
  );
}

/** A task no longer holds its slots on a node: the counterpart of TaskAssign. */
export function logTaskRelease(log: EventLog, world: World, task: number): void {
  logEvent(
    log,
    world.now,
    'TaskRelease',
    `{${taskIdentity(log, world, task)},"requiredSlots":${world.tasks.requiredSlots[task]!},${nodeInfo(log, world, task)}}`,
  );
}

/** A task that was never on a node shows a blank, as the service does in TaskScheduleFail. */
function nodeInfo(log: EventLog, world: World, task: number): string {
  const node = world.tasks.node[task]!;
  if (node < 0) {
    const pool = world.jobs[world.tasks.job[task]!]!.pool;
    return `"nodeInfo":{"poolId":${log.poolIds[pool]!},"nodeId":" "}`;
  }
  return (log.nodeInfos[node] ??=
    `"nodeInfo":{"poolId":${log.poolIds[world.nodes.pool[node]!]!},"nodeId":"${nodeId(log, world, node)}"}`);
}

/** maxWallClockTime and retentionTime are ours, in seconds: the events of the service tell the retries alone. */
function constraintsText(world: World, task: number): string {
  const { tasks } = world;
  const own = tasks.details.get(task)?.settings;
  const ofJob = world.jobs[tasks.job[task]!]!.input.retentionTime;
  const longest = secondsMember('maxWallClockTime', own?.maxWallClockTime);
  const retention = secondsMember('retentionTime', own?.retentionTime ?? ofJob);
  return `{"maxTaskRetryCount":${retryLimit(world, task)}${longest}${retention}}`;
}

function secondsMember(name: string, time: Quanta | undefined): string {
  return time === undefined ? '' : `,"${name}":${quantaToSeconds(time)}`;
}

/** The members that all task events of the service share (service.md section 8). */
function common(log: EventLog, world: World, task: number): string {
  const { tasks } = world;
  const constraints = constraintsText(world, task);
  const instances = Math.max(1, instancesOf(tasks, task));
  const manager = isJobManager(tasks, task)
    ? world.jobs[tasks.job[task]!]!.input.jobManagerTask
    : undefined;
  const taskType = manager === undefined ? 'User' : 'JobManager';
  const requiredSlots = manager?.requiredSlots ?? tasks.requiredSlots[task]!;
  return (
    `${taskIdentity(log, world, task)},"taskType":"${taskType}","systemTaskVersion":${tasks.recoveries[task]!},` +
    `"requiredSlots":${requiredSlots},${nodeInfo(log, world, task)},` +
    `"multiInstanceSettings":{"numberOfInstances":${instances}},"constraints":${constraints}`
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

/** A task could not start where it was given, and waits again (service.md section 8). */
export function logTaskScheduleFail(
  log: EventLog,
  world: World,
  task: number,
  code: 'JobPreparationTaskFailed',
): void {
  const message = 'The preparation task of the job failed on the node';
  const error = `{"category":"UserError","code":"${code}","message":"${message}"}`;
  const body = `{${common(log, world, task)},"schedulingError":${error}}`;
  logEvent(log, world.now, 'TaskScheduleFail', body);
}

/** The exit code is null where the command did not end by itself; `result` and `schedulingError` only come with a failure. */
function executionInfo(log: EventLog, world: World, task: number, ending: TaskEnding): string {
  const { tasks } = world;
  const { exitCode, failure } = ending;
  return (
    `"executionInfo":{"startTime":${isoOrNull(log, tasks.startedAt[task]!)},"endTime":${isoOrNull(log, world.now)},` +
    `"exitCode":${exitCode},"retryCount":${tasks.retries[task]!},"requeueCount":${tasks.requeues[task]!}` +
    `${failure === undefined ? '' : failureText(failure)}}`
  );
}

function failureText(code: TaskFailureCode): string {
  const { category, message } = taskFailureCodes[code];
  const spelt = category === 'servererror' ? 'ServerError' : 'UserError';
  return `,"result":"failure","schedulingError":{"category":"${spelt}","code":"${code}","message":"${message}"}`;
}

/** TaskComplete; a failure is reported by TaskFail in addition (documented). */
export function logTaskComplete(
  log: EventLog,
  world: World,
  task: number,
  ending: TaskEnding,
): void {
  const body = `{${common(log, world, task)},${executionInfo(log, world, task, ending)}}`;
  logEvent(log, world.now, 'TaskComplete', body);
  if (ending.failure !== undefined) logEvent(log, world.now, 'TaskFail', body);
}

/** An attempt that was cut short has neither an exit code nor a failure. */
const interrupted: TaskEnding = { exitCode: null, failure: undefined };

export function logTaskRequeue(log: EventLog, world: World, task: number): void {
  const body = `{${common(log, world, task)},${executionInfo(log, world, task, interrupted)}}`;
  logEvent(log, world.now, 'TaskRequeue', body);
}
