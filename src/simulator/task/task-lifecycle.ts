import type { Fate, Outcome } from './outcome.js';
import { quantaPerHour, type Quanta } from '../../base/time/quanta.js';
import { addWait } from '../accounting/wait-histogram.js';
import { changeLevel } from '../accounting/step-series.js';
import { detailIfFaulty, slowdown } from '../faults/task-faults.js';
import type { EventLog } from '../log/event-log.js';
import { logTaskEnvironment } from '../log/environment-events.js';
import {
  logTaskAssign,
  logTaskComplete,
  logTaskRelease,
  logTaskRequeue,
  logTaskScheduleFail,
  logTaskStart,
  logTaskState,
} from '../log/task-events.js';
import { isAllComplete, type JobState } from '../job/job-state.js';
import { refreshJob } from '../job/set-job-state.js';
import { prepareNodes } from '../job/prepare-nodes.js';
import { TASK_END, TASK_START } from '../kernel/event-kind.js';
import { pushEvent } from '../kernel/event-queue.js';
import { LEVEL_RUNNING, type PoolState } from '../pool/pool-state.js';
import { drawnQuanta, type World } from '../world.js';
import type { TaskArrival } from '../../workload/task-stream.js';
import type { TaskFailureCode } from '../../workload/task-failure-codes.js';
import { settleChildren } from '../dependencies/settle-children.js';
import { countActive } from './active-count.js';
import { beginAttempt } from './attempt.js';
import { endingOf } from './ending.js';
import { demandJobAction, exitActionsOf, logUnusualAction } from './exit-actions.js';
import { keepTaskData } from './transfer-times.js';
import { startSubtasks } from './multi-instance/assign-subtasks.js';
import { linkToNode, unlinkFromNode } from './node-tasks.js';
import { trackCompletion, trackTask } from './named-tasks.js';
import { createTaskDetail } from './task-detail.js';
import { ASSIGNED, PREPARING, QUEUED, RUNNING } from './task-state.js';
import { allocateTask, retireTask } from './task-store.js';

/** Takes the next task of the workload into the run, queued. */
export function admitTask(world: World, pool: PoolState): number {
  const { counts } = world;
  // Refused tasks have numbers too, and job managers their own: draws of the others must not depend on them.
  const number = counts.submitted++ + counts.refused - counts.jobManagers;
  return enterTask(world, pool, world.arrival!, number);
}

/** Takes a task into the run, queued. */
export function enterTask(
  world: World,
  pool: PoolState,
  arrival: TaskArrival,
  number: number,
): number {
  const { tasks, now } = world;
  const task = allocateTask(tasks);
  tasks.number[task] = number;
  world.jobs[arrival.job]!.unfinished++;
  tasks.sourceIndex[task] = arrival.index;
  tasks.job[task] = arrival.job;
  tasks.submitTime[task] = now;
  tasks.runTime[task] = arrival.runTime;
  tasks.requiredSlots[task] = arrival.requiredSlots;
  tasks.exitCode[task] = arrival.exitCode;
  tasks.detailed[task] = 0;
  if (arrival.settings !== undefined) {
    tasks.detailed[task] = 1;
    tasks.details.set(task, createTaskDetail(arrival.settings, now));
  }
  tasks.state[task] = QUEUED;
  tasks.node[task] = -1;
  tasks.startedAt[task] = -1;
  tasks.firstStart[task] = -1;
  tasks.attempts[task] = 0;
  tasks.retries[task] = 0;
  tasks.requeues[task] = 0;
  tasks.recoveries[task] = 0;
  tasks.awaitedEvent[task] = -1;
  const named = world.namedTasks[arrival.job];
  if (named !== undefined) trackTask(world, named, task);
  countActive(world, pool, task, 1);
  if (world.log !== undefined) {
    logTaskState(world.log, world, task, null, 'active');
    if (arrival.settings !== undefined) logTaskEnvironment(world.log, world, task);
  }
  return task;
}

/** Gives a task to a node. It stays `active` for the scheduling latency, during which it holds its slots. */
export function assignTask(world: World, pool: PoolState, node: number, task: number): void {
  const { tasks, now } = world;
  tasks.state[task] = ASSIGNED;
  linkToNode(world, task, node);
  world.counts.onNodes++;
  const job = world.jobs[tasks.job[task]!]!;
  if (++job.onNodes === job.maxParallelTasks) refreshJob(world, job);
  if (world.log !== undefined) logTaskAssign(world.log, world, task);

  const { latency } = world.draws;
  if (latency.constant === 0) {
    startTask(world, pool, task);
    return;
  }
  const seconds = latency(world.latencyDraws, tasks.number[task]!, tasks.attempts[task]);
  tasks.awaitedEvent[task] = pushEvent(world.queue, now + drawnQuanta(seconds), TASK_START, task);
}

export function startTask(world: World, pool: PoolState, task: number): void {
  const { tasks, counts, now } = world;
  if (world.preparations !== undefined && prepareNodes(world, task) === 'waiting') {
    if (tasks.state[task] !== PREPARING) awaitPreparation(world, pool, task);
    return;
  }
  const from = tasks.state[task] === PREPARING ? 'preparing' : 'active';
  tasks.state[task] = RUNNING;
  tasks.startedAt[task] = now;
  tasks.attempts[task]!++;
  counts.attempts++;
  if (tasks.firstStart[task]! < 0) {
    tasks.firstStart[task] = now;
    counts.started++;
    const eligibleAt =
      tasks.detailed[task] === 0 ? tasks.submitTime[task]! : tasks.details.get(task)!.eligibleAt;
    addWait(world.wait, now - eligibleAt);
  }
  if (from === 'active') leaveActive(world, pool, task);
  if (world.log !== undefined) {
    logTaskState(world.log, world, task, from, 'running');
    logTaskStart(world.log, world, task);
  }
  const subtasks = tasks.detailed[task] === 0 ? undefined : tasks.details.get(task)!.subtasks;
  if (subtasks !== undefined) startSubtasks(world, subtasks);
  const struck = pool.activeFaults.length > 0;
  if (struck) detailIfFaulty(world, pool, task);
  const duration =
    tasks.detailed[task] !== 0
      ? beginAttempt(world, task)
      : struck
        ? Math.round(tasks.runTime[task]! * slowdown(world, pool, task))
        : tasks.runTime[task]!;
  tasks.awaitedEvent[task] = pushEvent(world.queue, now + duration, TASK_END, task);
}

/** A task is `preparing` while the preparation task of its job runs on its node; it counts as running (service.md section 3.5, S6.1). */
function awaitPreparation(world: World, pool: PoolState, task: number): void {
  world.tasks.state[task] = PREPARING;
  world.tasks.awaitedEvent[task] = -1;
  leaveActive(world, pool, task);
  if (world.log !== undefined) logTaskState(world.log, world, task, 'active', 'preparing');
}

function leaveActive(world: World, pool: PoolState, task: number): void {
  countActive(world, pool, task, -1);
  pool.runningTasks++;
  changeLevel(pool.series, LEVEL_RUNNING, 1, world.now);
}

/**
 * Takes a task off its node. The caller frees the slots, and then completes the task or makes it active again: in between it is
 * neither queued nor final.
 */
export function detachTask(world: World, pool: PoolState, task: number, fate: Fate): void {
  const { tasks, now } = world;
  if (world.log !== undefined) logDetached(world, world.log, task, fate);
  unlinkFromNode(world, task);
  if (tasks.state[task] === RUNNING || tasks.state[task] === PREPARING) {
    pool.runningTasks--;
    changeLevel(pool.series, LEVEL_RUNNING, -1, now);
    if (tasks.state[task] === RUNNING) world.lastTaskEnd = now;
  } else {
    countActive(world, pool, task, -1);
  }
  tasks.awaitedEvent[task] = -1;
  world.counts.onNodes--;
  const job = world.jobs[tasks.job[task]!]!;
  job.onNodes--;
  if (!job.isOpen) {
    refreshJob(world, job);
    world.jobAgenda.push(job.index);
  }
}

function logDetached(world: World, log: EventLog, task: number, fate: Fate): void {
  const from = stateOnNode(world.tasks.state[task]!);
  logTaskRelease(log, world, task);
  if (fate === 'unprepared') {
    logTaskScheduleFail(log, world, task, 'JobPreparationTaskFailed');
    if (from !== 'active') logTaskState(log, world, task, from, 'active');
  } else if (fate === 'retried' || fate === 'requeued' || fate === 'recovered') {
    if (from !== 'active') logTaskState(log, world, task, from, 'active');
    if (fate !== 'retried') logTaskRequeue(log, world, task);
  } else {
    logTaskState(log, world, task, from, 'completed');
    logTaskComplete(log, world, task, endingOf(world, task, fate));
  }
}

function stateOnNode(state: number): 'active' | 'preparing' | 'running' {
  if (state === PREPARING) return 'preparing';
  return state === RUNNING ? 'running' : 'active';
}

/** Makes a detached task `active` again. */
export function reactivateTask(world: World, pool: PoolState, task: number): void {
  world.tasks.state[task] = QUEUED;
  countActive(world, pool, task, 1);
}

export function completeTask(world: World, pool: PoolState, task: number, outcome: Outcome): void {
  world.counts[outcome]++;
  // A terminated task is completed with failure information, so it counts as failed for formulas.
  if (outcome === 'succeeded') pool.succeededTasks++;
  else pool.failedTasks++;
  if (outcome !== 'succeeded') countFailure(world, endingOf(world, task, outcome).failure!);
  const job = world.tasks.job[task]!;
  const jobState = world.jobs[job]!;
  jobState.unfinished--;
  if (outcome === 'succeeded') jobState.succeeded++;
  else jobState.failed++;
  if (jobState.unfinished === 0 && isAllComplete(jobState)) world.jobAgenda.push(job);
  if (task === jobState.managerTask) endJobManager(world, jobState);
  const named = world.namedTasks[job];
  if (named !== undefined) trackCompletion(world, named, task, outcome);
  const dependencies = world.dependencies[job];
  const acts = jobState.input.onTaskFailure === 'performexitoptionsjobaction';
  if (acts || dependencies !== undefined) {
    const { jobAction, satisfies } = exitActionsOf(world, task, outcome);
    if (acts) demandJobAction(world, job, jobAction);
    if (dependencies !== undefined) {
      logUnusualAction(world, task, outcome, satisfies);
      settleChildren(world, pool, dependencies, task, satisfies);
    }
  }
  retireTask(world.tasks, task);
}

/** Whether the job ends too is looked at after the event; until then no task of it starts. */
function endJobManager(world: World, job: JobState): void {
  job.managerTask = -1;
  job.managerEnded = true;
  refreshJob(world, job);
  world.jobAgenda.push(job.index);
}

function countFailure({ failureCodes }: World, code: TaskFailureCode): void {
  failureCodes.set(code, (failureCodes.get(code) ?? 0) + 1);
}

/** Terminates a task that is on no node and was taken out of its queue. */
export function completeQueuedTask(world: World, pool: PoolState, task: number): void {
  const { log, tasks } = world;
  if (log !== undefined) {
    logTaskState(log, world, task, 'active', 'completed');
    logTaskComplete(log, world, task, endingOf(world, task, 'terminated'));
  }
  countActive(world, pool, task, -1);
  tasks.awaitedEvent[task] = -1;
  completeTask(world, pool, task, 'terminated');
}

/** retentionTime of the service where a task does not say otherwise: P7D (service.md section 4.3). */
const defaultRetention: Quanta = 7 * 24 * quantaPerHour;

/** How long the data of a task stay on its node once it is final. */
export function retentionTimeOf({ tasks, jobs }: World, task: number): Quanta {
  const own =
    tasks.detailed[task] === 0 ? undefined : tasks.details.get(task)!.settings.retentionTime;
  return own ?? jobs[tasks.job[task]!]!.input.retentionTime ?? defaultRetention;
}

/** The data of a task that is final stay on its node for the retention time; one that was only assigned to it has brought none. */
export function retainData(
  world: World,
  node: number,
  task: number,
  retention: Quanta = retentionTimeOf(world, task),
): void {
  const { nodes, now, tasks } = world;
  if (tasks.state[task] !== RUNNING) return;
  nodes.dataUntil[node] = Math.max(nodes.dataUntil[node]!, now + retention);
  if (tasks.detailed[task] !== 0) keepTaskData(world, node, task, now + retention);
}
