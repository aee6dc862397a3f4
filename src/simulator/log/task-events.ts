import { quantaToSeconds, type Quanta } from '../../base/time/quanta.js';
import { taskFailureCodes, type TaskFailureCode } from '../../workload/task-failure-codes.js';
import type { TaskEnding } from '../task/ending.js';
import { instancesOf } from '../task/multi-instance/instances.js';
import { isJobManager } from '../task/job-manager.js';
import { retryLimit } from '../task/retry.js';
import { taskIdOf } from '../task/task-id.js';
import { isoOrNull } from './iso-or-null.js';
import type { World } from '../world.js';
import { joined, lineHead, logEvent, logLine, type EventLog } from './event-log.js';
import { nodeId } from './node-id.js';

/** The members that name a task in an event. */
export function taskIdentity(log: EventLog, world: World, task: number): string {
  const { tasks } = world;
  const number = tasks.number[task]!;
  // Events of one task follow each other.
  if (number !== log.namedTask) {
    log.namedTask = number;
    const job = tasks.job[task]!;
    const members = (log.jobMembers[job] ??= joined(`"jobId":${log.jobIds[job]!},"id":`));
    log.taskName = members + quoted(taskIdOf(world, task));
  }
  return log.taskName;
}

const plainText = /^[\w.-]*$/;

/** A text as JSON; the ids that most tasks have need no escapes. */
function quoted(text: string): string {
  return plainText.test(text) ? `"${text}"` : JSON.stringify(text);
}

const states = ['active', 'preparing', 'running', 'completed'] as const;

type State = (typeof states)[number];

const stateChange = lineHead('TaskStateChange');

/** The members of each change, by the state before and the one after. */
const changes = new Map(
  [null, ...states].map((from) => {
    const before = JSON.stringify(from);
    const after = states.map((to): [State, string] => {
      return [to, joined(`,"from":${before},"to":"${to}"`)];
    });
    return [from, new Map(after)];
  }),
);

/** A task changed its state on the wire; `from` is null when it was submitted. */
export function logTaskState(
  log: EventLog,
  world: World,
  task: number,
  from: State | null,
  to: State,
): void {
  const change = changes.get(from)!.get(to)!;
  logLine(log, world.now, stateChange, taskIdentity(log, world, task) + change);
}

const assign = lineHead('TaskAssign');

/** A task was given to a node, where it holds its slots from now on: ours, the service has no such event. */
export function logTaskAssign(log: EventLog, world: World, task: number): void {
  logLine(log, world.now, assign, slotsOnNode(log, world, task));
}

const release = lineHead('TaskRelease');

/** A task no longer holds its slots on a node: the counterpart of TaskAssign. */
export function logTaskRelease(log: EventLog, world: World, task: number): void {
  logLine(log, world.now, release, slotsOnNode(log, world, task));
}

function slotsOnNode(log: EventLog, world: World, task: number): string {
  const slots = world.tasks.requiredSlots[task]!;
  return `${taskIdentity(log, world, task)},"requiredSlots":${slots},${nodeInfo(log, world, task)}`;
}

/** A task that was never on a node shows a blank, as the service does in TaskScheduleFail. */
function nodeInfo(log: EventLog, world: World, task: number): string {
  const node = world.tasks.node[task]!;
  if (node < 0) {
    const pool = world.jobs[world.tasks.job[task]!]!.pool;
    return `"nodeInfo":{"poolId":${log.poolIds[pool]!},"nodeId":" "}`;
  }
  return (log.nodeInfos[node] ??= joined(
    `"nodeInfo":{"poolId":${log.poolIds[world.nodes.pool[node]!]!},"nodeId":"${nodeId(log, world, node)}"}`,
  ));
}

/** maxWallClockTime and retentionTime are ours, in seconds: the events of the service tell the retries alone. */
function constraintsText(world: World, task: number): string {
  const { tasks } = world;
  const own = tasks.details.get(task)?.settings;
  const retentionTime = own?.retentionTime ?? retentionOfJob(world, task);
  const longest = secondsMember('maxWallClockTime', own?.maxWallClockTime);
  const retention = secondsMember('retentionTime', retentionTime);
  return `{"maxTaskRetryCount":${retryLimit(world, task)}${longest}${retention}}`;
}

function retentionOfJob({ tasks, jobs }: World, task: number): Quanta | undefined {
  return jobs[tasks.job[task]!]!.input.retentionTime;
}

function secondsMember(name: string, time: Quanta | undefined): string {
  return time === undefined ? '' : `,"${name}":${quantaToSeconds(time)}`;
}

/** The members that all task events of the service share (service.md section 8). */
function common(log: EventLog, world: World, task: number): string {
  const { tasks } = world;
  const identity = taskIdentity(log, world, task);
  if (tasks.detailed[task] === 0) {
    return `${identity}${usualNature(log, world, task)}${nodeInfo(log, world, task)}${usualConstraints(log, world, task)}`;
  }
  const manager = isJobManager(tasks, task)
    ? world.jobs[tasks.job[task]!]!.input.jobManagerTask
    : undefined;
  const requiredSlots = manager?.requiredSlots ?? tasks.requiredSlots[task]!;
  const nature = natureText(
    manager === undefined ? 'User' : 'JobManager',
    tasks.recoveries[task]!,
    requiredSlots,
  );
  const instances = Math.max(1, instancesOf(tasks, task));
  return `${identity}${nature}${nodeInfo(log, world, task)}${settingsText(instances, constraintsText(world, task))}`;
}

function natureText(taskType: 'User' | 'JobManager', version: number, slots: number): string {
  return `,"taskType":"${taskType}","systemTaskVersion":${version},"requiredSlots":${slots},`;
}

function settingsText(instances: number, constraints: string): string {
  return `,"multiInstanceSettings":{"numberOfInstances":${instances}},"constraints":${constraints}`;
}

function usualNature({ usual }: EventLog, { tasks }: World, task: number): string {
  const recoveries = tasks.recoveries[task]!;
  const slots = tasks.requiredSlots[task]!;
  if (usual.recoveries !== recoveries || usual.requiredSlots !== slots) {
    usual.recoveries = recoveries;
    usual.requiredSlots = slots;
    usual.nature = joined(natureText('User', recoveries, slots));
  }
  return usual.nature;
}

function usualConstraints({ usual }: EventLog, world: World, task: number): string {
  const limit = retryLimit(world, task);
  const retention = retentionOfJob(world, task);
  if (usual.maxTaskRetryCount !== limit || usual.retentionTime !== retention) {
    usual.maxTaskRetryCount = limit;
    usual.retentionTime = retention;
    usual.constraints = joined(settingsText(1, constraintsText(world, task)));
  }
  return usual.constraints;
}

const start = lineHead('TaskStart');

/** Once per scheduling to a node, so again on every retry and requeue (documented). */
export function logTaskStart(log: EventLog, world: World, task: number): void {
  const retries = world.tasks.retries[task]!;
  const members = `${common(log, world, task)},"executionInfo":{"retryCount":${retries}}`;
  logLine(log, world.now, start, members);
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

const complete = lineHead('TaskComplete');
const fail = lineHead('TaskFail');

/** TaskComplete; a failure is reported by TaskFail in addition (documented). */
export function logTaskComplete(
  log: EventLog,
  world: World,
  task: number,
  ending: TaskEnding,
): void {
  const members = `${common(log, world, task)},${executionInfo(log, world, task, ending)}`;
  logLine(log, world.now, complete, members);
  if (ending.failure !== undefined) logLine(log, world.now, fail, members);
}

/** An attempt that was cut short has neither an exit code nor a failure. */
const interrupted: TaskEnding = { exitCode: null, failure: undefined };

export function logTaskRequeue(log: EventLog, world: World, task: number): void {
  const body = `{${common(log, world, task)},${executionInfo(log, world, task, interrupted)}}`;
  logEvent(log, world.now, 'TaskRequeue', body);
}
