import { quantaToSeconds } from '../base/time/quanta.js';
import { assignFaults } from './faults/assign-faults.js';
import { beginFaults, endFault, strike } from './faults/strike.js';
import type { SimulationInput } from './input/simulation-input.js';
import { createInvariantChecker } from './invariants/check-invariants.js';
import { createEventChecker } from './invariants/event-checker.js';
import {
  arrivalClass,
  EVALUATION,
  FAULT,
  FAULT_END,
  JOB_DUE,
  JOB_WALL_CLOCK,
  NODE_FAILURE,
  NODE_STEP,
  OS_UPGRADE,
  OPERATION,
  PREEMPTION,
  PREPARATION_END,
  RELEASE_END,
  RESIZE_TIMEOUT,
  REST_CHECK,
  SAMPLE,
  SEEK,
  TASK_ELIGIBLE,
  TASK_END,
  TASK_EXPIRY,
  TASK_START,
  UPGRADE_STEP,
} from './kernel/event-kind.js';
import { fillVacancy, firstOrderOfClass, pushEvent, takeEvent } from './kernel/event-queue.js';
import { offerOrBlock, offerReleasedTask } from './dependencies/block-task.js';
import { addJob } from './job/add-job.js';
import { awaitWorkload } from './job/await-workload.js';
import { terminateJob } from './job/end-job.js';
import { settleJobs } from './job/job-agenda.js';
import { isEnding } from './job/job-state.js';
import { refusalOfArrival, refuseTask } from './job/refuse-task.js';
import { endPreparation, startPrepared } from './job/end-preparation.js';
import { endRelease } from './job/end-release.js';
import { addJobSchedule } from './job-schedule/add-job-schedule.js';
import { settleJobSchedule } from './job-schedule/settle-job-schedule.js';
import { flushLog } from './log/event-log.js';
import { logPoolCreate } from './log/pool-events.js';
import { strikeNode } from './node/node-failure.js';
import { reclaimNode } from './node/preemption.js';
import { stepNode } from './node/node-lifecycle.js';
import { evaluatePool } from './pool/autoscaler.js';
import { scheduleOperations, triggerOperations } from './operations/await-conditions.js';
import { performOperation } from './operations/perform.js';
import { endDeleteWhenEmpty } from './pool/delete-pool.js';
import { sizePool } from './pool/open-pool.js';
import { timeOutResize } from './pool/resize.js';
import { endResizeWhenDone } from './pool/end-resize.js';
import { seekSpotNodes } from './pool/seek.js';
import { takeSample } from './pool/sampling.js';
import { buildRecord } from './record/build-record.js';
import type { RunRecord } from './record/run-record.js';
import { nothingPending, runOver, scheduleRestChecks, type RunOver } from './run-end.js';
import { endAttempt } from './task/end-attempt.js';
import { awaitExpiry, expireTasks } from './task/task-expiry.js';
import { admitTask } from './task/task-lifecycle.js';
import { beginUpgrade, continueUpgrade } from './upgrade/upgrade-pool.js';
import { createWorld, type World } from './world.js';

/** How far a run has come. */
export interface SimulationProgress {
  readonly atSeconds: number;
  readonly tasksSubmitted: number;
  readonly tasksFinished: number;
  /** Where the workload knows it. */
  readonly taskCount?: number;
  /** Events that wait for their time: as many as what is in flight needs, however long the run. */
  readonly eventsPending: number;
}

/** A run that is advanced from outside, so that a page or a terminal stays responsive and can stop it. */
export interface Simulation {
  /** Processes up to `maxEvents` events; false once the run has ended. */
  advance(maxEvents: number): boolean;
  readonly progress: SimulationProgress;
  /** The record of the run so far: marked partial and `interrupted` before the end. */
  record(): RunRecord;
}

export interface SimulationOptions {
  /** Receives the event log, whole lines of newline-delimited JSON, many at a time. */
  readonly writeLog?: (lines: string) => void;
  /** Checks the invariants of the model after every event, which is slow, and throws where one is broken. */
  readonly checkInvariants?: boolean;
}

/** Runs a scenario to its end. */
export function simulate(input: SimulationInput, options: SimulationOptions = {}): RunRecord {
  const simulation = createSimulation(input, options);
  while (simulation.advance(1_000_000));
  return simulation.record();
}

export function createSimulation(
  input: SimulationInput,
  options: SimulationOptions = {},
): Simulation {
  const checked = options.checkInvariants === true;
  const world = createWorld(input, checked ? checkedLog(options.writeLog) : options.writeLog);
  begin(world);
  if (world.arrival !== undefined) awaitExpiry(world, world.arrival.submitTime);
  let over: RunOver | undefined;
  const checkInvariants = checked ? createInvariantChecker(world) : undefined;
  return {
    advance(maxEvents) {
      for (let i = 0; i < maxEvents && over === undefined; i++) {
        over = nextEvent(world);
        if (world.awaitedConditions.length > 0 && triggerOperations(world)) over = undefined;
        checkInvariants?.();
      }
      if (over !== undefined && world.log !== undefined) flushLog(world.log);
      return over === undefined;
    },
    get progress() {
      const { submitted, succeeded, failed, terminated } = world.counts;
      const { taskCount } = input.tasks;
      return {
        atSeconds: quantaToSeconds(world.now),
        tasksSubmitted: submitted,
        tasksFinished: succeeded + failed + terminated,
        eventsPending: world.queue.size,
        ...(taskCount === undefined ? {} : { taskCount: taskCount + world.counts.jobManagers }),
      };
    },
    record() {
      if (world.log !== undefined) flushLog(world.log);
      return buildRecord(world, over);
    },
  };
}

/** A log whose lines are checked before they are passed on. */
function checkedLog(writeLog?: (lines: string) => void): (lines: string) => void {
  const check = createEventChecker();
  return (lines) => {
    check(lines);
    writeLog?.(lines);
  };
}

/** Makes the pools and the jobs, and puts on the clock what is known to come. */
function begin(world: World): void {
  if (world.log !== undefined) {
    for (const pool of world.pools) logPoolCreate(world.log, world, pool);
  }
  for (const job of world.input.jobs) addJob(world, job);
  for (const schedule of world.input.jobSchedules ?? []) {
    world.scheduleAgenda.push(addJobSchedule(world, schedule).index);
  }
  awaitWorkload(world);
  openPools(world);
  settleJobs(world);
}

function openPools(world: World): void {
  for (const [index, { at }] of (world.input.osUpgrades ?? []).entries()) {
    pushEvent(world.queue, at, OS_UPGRADE, index);
  }
  scheduleOperations(world);
  // Auto pools of the first jobs are open already.
  const opened = world.pools.filter(({ isAutoPool }) => !isAutoPool);
  for (const pool of opened) assignFaults(world, pool);
  beginFaults(world);
  for (const pool of opened) sizePool(world, pool);
}

const arrivalOrder = firstOrderOfClass(arrivalClass);

/** Lets the next thing happen: a task arrives, or the first event of the queue is due. Tells when the run is over. */
function nextEvent(world: World): RunOver | undefined {
  const { queue, arrival } = world;
  const { until } = world.input;
  fillVacancy(queue);
  // The end of the longest life of a task is no reason to go on where nothing else can happen.
  const isIdle = arrival === undefined && until.kind === 'drained' && world.expiry !== undefined;
  const headTime = queue.size > (isIdle ? 1 : 0) ? queue.time[0]! : Infinity;
  const arrives =
    arrival !== undefined &&
    (arrival.submitTime < headTime ||
      (arrival.submitTime === headTime && arrivalOrder < queue.order[0]!));
  const at = arrives ? arrival.submitTime : headTime;
  if (until.kind === 'time' && at > until.at) {
    world.now = until.at;
    return { reason: 'time' };
  }
  if (at === Infinity) return runOver(world) ?? nothingPending(world);
  world.now = at;
  world.events++;
  if (arrives) {
    arrive(world);
    if (world.jobAgenda.length === 0) return undefined;
    settleJobs(world);
    return afterTask(world);
  }
  takeEvent(queue);
  const over = dispatch(world);
  if (world.jobAgenda.length === 0) return over;
  settleJobs(world);
  return afterTask(world);
}

function arrive(world: World): void {
  const job = world.jobs[world.arrival!.job]!;
  if (job.toCome > 0) job.toCome--;
  const refused = refusalOfArrival(world, job);
  if (refused !== undefined) {
    refuseTask(world, job, refused);
    world.arrival = world.stream.next();
    return;
  }
  const pool = world.pools[job.pool]!;
  const task = admitTask(world, pool);
  world.arrival = world.stream.next();
  offerOrBlock(world, pool, task);
}

/** Lets the event happen that was taken. */
function dispatch(world: World): RunOver | undefined {
  const { nodes, tasks, pools, queue } = world;
  const { takenKind: kind, takenSubject: subject, takenOrder: order } = queue;
  switch (kind) {
    case TASK_END:
      if (tasks.awaitedEvent[subject] !== order) return undefined;
      endAttempt(world, subject);
      return afterTask(world);
    case TASK_START:
      if (tasks.awaitedEvent[subject] === order) {
        startPrepared(world, pools[nodes.pool[tasks.node[subject]!]!]!, subject);
      }
      return undefined;
    case NODE_STEP: {
      if (nodes.awaitedEvent[subject] !== order) return undefined;
      const pool = pools[nodes.pool[subject]!]!;
      stepNode(world, pool, subject);
      endResizeWhenDone(world, pool);
      endDeleteWhenEmpty(world, pool);
      if (pool.upgrade !== undefined) continueUpgrade(world, pool);
      return runOver(world);
    }
    case PREEMPTION: {
      if (nodes.preemptionEvent[subject] !== order) return undefined;
      const pool = pools[nodes.pool[subject]!]!;
      reclaimNode(world, pool, subject);
      endResizeWhenDone(world, pool);
      if (pool.upgrade !== undefined) continueUpgrade(world, pool);
      return runOver(world);
    }
    case SAMPLE: {
      const pool = pools[subject]!;
      const sampling = pool.autoScaler?.sampling;
      if (sampling?.sampleEvent === order) takeSample(world, pool, sampling);
      return undefined;
    }
    case EVALUATION: {
      const pool = pools[subject]!;
      const { autoScaler } = pool;
      if (autoScaler?.evaluationEvent === order) evaluatePool(world, pool, autoScaler);
      return runOver(world);
    }
    case RESIZE_TIMEOUT: {
      const pool = pools[subject]!;
      if (pool.resize?.timeoutEvent === order) timeOutResize(world, pool);
      return runOver(world);
    }
    case OPERATION:
      performOperation(world, world.input.operations![subject]!.operation);
      continueUpgrades(world);
      return runOver(world);
    case FAULT:
      strike(world, subject);
      continueUpgrades(world);
      return runOver(world);
    case FAULT_END:
      endFault(world, subject);
      return runOver(world);
    case NODE_FAILURE: {
      if (nodes.failureEvent[subject] !== order) return undefined;
      const pool = pools[nodes.pool[subject]!]!;
      strikeNode(world, pool, subject);
      endResizeWhenDone(world, pool);
      endDeleteWhenEmpty(world, pool);
      if (pool.upgrade !== undefined) continueUpgrade(world, pool);
      return runOver(world);
    }
    case SEEK: {
      const pool = pools[subject]!;
      if (pool.seekEvent === order) seekSpotNodes(world, pool);
      return runOver(world);
    }
    case TASK_ELIGIBLE:
      if (tasks.awaitedEvent[subject] !== order) return undefined;
      offerReleasedTask(world, pools[world.jobs[tasks.job[subject]!]!.pool]!, subject);
      return runOver(world);
    case TASK_EXPIRY:
      expireTasks(world);
      return afterTask(world);
    case OS_UPGRADE:
      beginUpgrade(world, world.input.osUpgrades![subject]!.poolId);
      return runOver(world);
    case PREPARATION_END:
      endPreparation(world, pools[nodes.pool[subject]!]!, subject, order);
      return runOver(world);
    case RELEASE_END:
      endRelease(world, subject, order);
      return runOver(world);
    case JOB_WALL_CLOCK: {
      const job = world.jobs[subject]!;
      if (job.wallClockEvent === order && !isEnding(job)) {
        terminateJob(world, job, 'MaxWallClockTimeExpiry');
      }
      return runOver(world);
    }
    case JOB_DUE: {
      const schedule = world.schedules[subject]!;
      if (schedule.awaitedEvent === order) settleJobSchedule(world, schedule);
      return runOver(world);
    }
    case UPGRADE_STEP:
      continueUpgrade(world, pools[subject]!);
      return runOver(world);
    case REST_CHECK:
      return runOver(world);
    default:
      throw new Error(`no such event kind: ${kind}`);
  }
}

/** Nodes of a batch may be gone, and others may have become ready. */
function continueUpgrades(world: World): void {
  for (const pool of world.pools) continueUpgrade(world, pool);
}

/** Looks for the end of the run once the workload has ended and nothing is on a node. */
function afterTask(world: World): RunOver | undefined {
  if (world.arrival !== undefined || world.counts.onNodes > 0) return undefined;
  const over = runOver(world);
  if (over === undefined) scheduleRestChecks(world);
  return over;
}
