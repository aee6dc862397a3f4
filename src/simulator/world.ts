import { createRandomStream, type RandomStream } from '../base/random/random-stream.js';
import { secondsToQuanta, type Quanta } from '../base/time/quanta.js';
import type { TaskFailureCode } from '../workload/task-failure-codes.js';
import { growingStream, type GrowingStream } from '../workload/growing-stream.js';
import type { TaskArrival, TaskStream } from '../workload/task-stream.js';
import { createWaitHistogram, type WaitHistogram } from './accounting/wait-histogram.js';
import type { AccountInput } from './input/account-input.js';
import { createFaultStates, type FaultState } from './faults/fault-state.js';
import type { JobDependencies } from './dependencies/job-dependencies.js';
import type { SimulationInput, TimedOperation } from './input/simulation-input.js';
import { createEventQueue, type EventQueue } from './kernel/event-queue.js';
import { createDraw, type Draw } from './draws.js';
import { createEventLog, type EventLog } from './log/event-log.js';
import type { JobState } from './job/job-state.js';
import type { JobScheduleState } from './job-schedule/job-schedule-state.js';
import type { Preparations } from './job/preparation-state.js';
import type { Releases } from './job/release-state.js';
import type { NodeContents } from './node/disk-item.js';
import { createNodeStore, type NodeStore } from './node/node-store.js';
import type { OperationOutcome } from './operations/operation.js';
import type { Parameters } from './parameters/parameters.js';
import { createPoolState, type PoolState } from './pool/pool-state.js';
import type { NamedTasks } from './task/named-task.js';
import { createTaskStore, type TaskStore } from './task/task-store.js';
import type { OsUpgradeRecord } from './upgrade/upgrade-state.js';

/** Counts over all pools. */
export interface TaskCounts {
  submitted: number;
  succeeded: number;
  failed: number;
  terminated: number;
  started: number;
  attempts: number;
  retries: number;
  requeues: number;
  recoveries: number;
  /** Tasks that hold a slot: assigned or running. */
  onNodes: number;
  /** Tasks that wait for their parents. */
  blocked: number;
  /** Tasks whose parents have succeeded and that the scheduler has not noticed yet. */
  released: number;
  /** Tasks of completed jobs that are active for ever (service.md section 3.1). */
  abandoned: number;
  /** Tasks that could not be added: their job was ending, or had a task of their id. */
  refused: number;
  /** Job manager tasks, which the workload does not have. */
  jobManagers: number;
}

/** The pending event for the oldest task in flight, which is terminated 180 days after its submission. */
export interface AwaitedExpiry {
  at: Quanta;
  /** Its order value. */
  readonly event: number;
}

/** The parameters that are drawn from, in seconds. */
export interface Draws {
  readonly firstNode: Draw;
  readonly extraNode: Draw;
  readonly slowNode: Draw;
  readonly creatingToIdle: Draw;
  readonly leaving: Draw;
  readonly latency: Draw;
  readonly dependencyExtra: Draw;
  readonly containerStart: Draw;
  readonly samplePhase: Draw;
  readonly preemptionReturn: Draw;
  readonly reboot: Draw;
  readonly reimage: Draw;
  readonly deallocating: Draw;
  readonly osUpgrade: Draw;
  readonly certificate: Draw;
  readonly mount: Draw;
  readonly dataDisk: Draw;
}

/** The whole state of a run. Functions of the simulator take it first, and the number of the pool, node or task next. */
export interface World {
  readonly input: SimulationInput;
  readonly parameters: Parameters;
  readonly draws: Draws;
  now: Quanta;
  readonly queue: EventQueue;
  readonly nodes: NodeStore;
  readonly tasks: TaskStore;
  readonly pools: PoolState[];
  readonly stream: TaskStream;
  /** The same stream where jobs that are created during the run bring further tasks to it. */
  readonly growth: GrowingStream | undefined;
  /** The next task to arrive; undefined after the last one. */
  arrival: TaskArrival | undefined;
  readonly counts: TaskCounts;
  /** Completed tasks with failure information, by its code. */
  readonly failureCodes: Map<TaskFailureCode, number>;
  readonly wait: WaitHistogram;
  lastTaskEnd: Quanta;
  readonly latencyDraws: RandomStream;
  readonly dependencyDraws: RandomStream;
  /** Ids of the tasks that operations have added. */
  readonly addedTasks: string[];
  /** Jobs in order of creation. */
  readonly jobs: JobState[];
  /** Jobs that need a look after the event that is going on, by index. */
  readonly jobAgenda: number[];
  /** Whether some job lets tasks of others requeue its own. */
  preempts: boolean;
  /** Job schedules in order of creation. */
  readonly schedules: JobScheduleState[];
  /** Schedules that need a look once the jobs on their agenda have had theirs, by index. */
  readonly scheduleAgenda: number[];
  /** By index of the job; undefined for one of which no operation names a task. */
  readonly namedTasks: (NamedTasks | undefined)[];
  /** By index of the job; undefined for one without usesTaskDependencies, whose finished tasks are forgotten. */
  readonly dependencies: (JobDependencies | undefined)[];
  /** Quotas of the account, which faults change. */
  account: AccountInput | undefined;
  readonly faults: readonly FaultState[];
  /** New versions of the operating system so far, in order of time. */
  readonly osUpgrades: OsUpgradeRecord[];
  /** By number of the task and of its attempt. */
  readonly attemptDraws: RandomStream;
  /** By number of the task, and of the instance counted on over its attempts. */
  readonly coordinationDraws: RandomStream;
  /** Undefined where no job has a preparation task. */
  preparations: Preparations | undefined;
  /** See job/special-task-draw.ts. */
  readonly preparationDraws: RandomStream;
  /** Undefined where no job has a release task. */
  releases: Releases | undefined;
  readonly releaseDraws: RandomStream;
  /** Whether a job manager task may not run on spot nodes: only then the scheduler asks. */
  hasDedicatedTasks: boolean;
  /** Nodes that pull container images at this moment. */
  imagePulls: number;
  /** The end of the longest life of a task, which keeps no run going; undefined while none is awaited. */
  expiry: AwaitedExpiry | undefined;
  /** Filled only by tasks that bring something to their node. */
  readonly nodeContents: NodeContents;
  events: number;
  /** Requests so far, with their answers: one operation on several nodes makes several. */
  readonly operations: OperationOutcome[];
  /** Operations of the scenario whose time is known, by the clock or because their condition has held. */
  operationsDue: number;
  /** Those whose condition has not held yet, by index. */
  readonly awaitedConditions: number[];
  /** Operations of the scenario that were tried. */
  operationsTried: number;
  /** Where the event log goes; undefined costs one comparison an event. */
  readonly log: EventLog | undefined;
}

function createDraws(parameters: Parameters): Draws {
  return {
    firstNode: createDraw(parameters['alloc.first_node_s']),
    extraNode: createDraw(parameters['alloc.extra_node_s']),
    slowNode: createDraw(parameters['alloc.slow_node_s']),
    creatingToIdle: createDraw(parameters['node.creating_to_idle_s']),
    leaving: createDraw(parameters['node.leaving_s']),
    latency: createDraw(parameters['sched.latency_s']),
    containerStart: createDraw(parameters['task.container_start_s']),
    dependencyExtra: createDraw(parameters['sched.dependency_extra_s']),
    samplePhase: createDraw(parameters['sample.phase_s']),
    preemptionReturn: createDraw(parameters['preempt.return_s']),
    reboot: createDraw(parameters['node.reboot_s']),
    reimage: createDraw(parameters['node.reimage_s']),
    deallocating: createDraw(parameters['node.deallocating_s']),
    osUpgrade: createDraw(parameters['node.os_upgrade_s']),
    certificate: createDraw(parameters['node.certificate_s']),
    mount: createDraw(parameters['node.mount_s']),
    dataDisk: createDraw(parameters['node.data_disk_s']),
  };
}

/** Whether jobs may be created during the run. */
function createsJobs({ jobSchedules = [], operations = [] }: SimulationInput): boolean {
  const creates = ({ operation: { kind } }: TimedOperation): boolean =>
    kind === 'addJob' || kind === 'addJobSchedule';
  return jobSchedules.length > 0 || operations.some(creates);
}

/** Makes the world of a run; `writeLog` receives the lines of the event log. */
export function createWorld(input: SimulationInput, writeLog?: (lines: string) => void): World {
  const tasks = input.tasks.open();
  const growth = createsJobs(input) ? growingStream(tasks) : undefined;
  const stream = growth ?? tasks;
  return {
    input,
    parameters: input.parameters,
    draws: createDraws(input.parameters),
    now: 0,
    queue: createEventQueue(),
    nodes: createNodeStore(),
    tasks: createTaskStore(),
    pools: input.pools.map((pool, index) => createPoolState(index, pool, input.seed)),
    stream,
    growth,
    arrival: stream.next(),
    counts: {
      submitted: 0,
      succeeded: 0,
      failed: 0,
      terminated: 0,
      started: 0,
      attempts: 0,
      retries: 0,
      requeues: 0,
      recoveries: 0,
      onNodes: 0,
      blocked: 0,
      released: 0,
      abandoned: 0,
      refused: 0,
      jobManagers: 0,
    },
    failureCodes: new Map(),
    wait: createWaitHistogram(),
    lastTaskEnd: 0,
    latencyDraws: createRandomStream(input.seed, 'scheduling-latency'),
    addedTasks: [],
    jobs: [],
    jobAgenda: [],
    preempts: false,
    schedules: [],
    scheduleAgenda: [],
    namedTasks: [],
    dependencyDraws: createRandomStream(input.seed, 'dependency-extra'),
    dependencies: [],
    account: input.account,
    osUpgrades: [],
    faults: createFaultStates(input.faults ?? [], input.seed, input.parameters),
    attemptDraws: createRandomStream(input.seed, 'task-attempt'),
    coordinationDraws: createRandomStream(input.seed, 'coordination-command'),
    preparations: undefined,
    preparationDraws: createRandomStream(input.seed, 'job-preparation'),
    releases: undefined,
    releaseDraws: createRandomStream(input.seed, 'job-release'),
    hasDedicatedTasks: false,
    imagePulls: 0,
    expiry: undefined,
    nodeContents: new Map(),
    events: 0,
    operations: [],
    operationsDue: 0,
    awaitedConditions: [],
    operationsTried: 0,
    log: writeLog === undefined ? undefined : createEventLog(input, writeLog),
  };
}

/** A drawn time in seconds as quanta, never negative. */
export function drawnQuanta(seconds: number): Quanta {
  return Math.max(0, secondsToQuanta(seconds));
}
