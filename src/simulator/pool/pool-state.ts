import type { Quanta } from '../../base/time/quanta.js';
import type { RandomStream } from '../../base/random/random-stream.js';
import { createRandomStream } from '../../base/random/random-stream.js';
import { createStepSeries, type StepSeries } from '../accounting/step-series.js';
import type { NodeDeallocationOption } from '../../evaluator/autoscale-run.js';
import type { FaultState } from '../faults/fault-state.js';
import type { PoolInput, StartTask } from '../input/pool-input.js';
import type { NodeSetup } from '../input/node-setup.js';
import { nodeStates } from '../node/node-state.js';
import { createFreeSlots, type FreeSlots } from '../scheduler/free-slots.js';
import { createTaskQueue, type TaskQueue } from '../scheduler/task-queue.js';
import type { AutoScaleRunRecord } from './autoscale-run-record.js';
import type { UpgradeState } from '../upgrade/upgrade-state.js';
import type { AutoScaler } from './autoscale-state.js';
import type { ResizeError, ResizeErrorCode } from './resize-errors.js';

/** Levels of a pool's step series. Those of nodes come in pairs: dedicated, then spot. */
export const LEVEL_NODES = 0;
export const LEVEL_BILLED = 2;
export const LEVEL_TARGET = 4;
export const LEVEL_IDLE = 6;
export const LEVEL_ACTIVE = 7;
export const LEVEL_RUNNING = 8;
export const levelCount = 9;

const firstStep: Quanta = 30 * 4000;

/** An open resize; `timeoutEvent` is the order of its timeout event. */
export interface Resize {
  readonly startedAt: Quanta;
  timeoutEvent: number;
  readonly option: NodeDeallocationOption;
  /** Allocation state stopping, after a stop resize, until the timeout event. */
  stopping: boolean;
  /** How it will end once nothing is outstanding. */
  result: 'Success' | ResizeErrorCode;
}

/** Node time of one kind, in quanta. */
export interface NodeTime {
  /** By state number. */
  readonly inState: Float64Array;
  slotTime: Quanta;
  billed: Quanta;
  allocated: number;
  removed: number;
  preemptions: number;
  /** Nodes of this kind that are part of the pool. */
  present: number;
  peak: number;
}

export interface PoolState {
  readonly index: number;
  readonly input: PoolInput;
  /** Its id, with a number behind it where pools before it had that id: tells their nodes and random draws apart. */
  readonly name: string;
  /** Whether it stands for a pool that is not created yet, for jobs that name it: to others it is not there. */
  readonly isAwaited: boolean;
  /** Whether the service made it for a job or a job schedule. */
  readonly isAutoPool: boolean;
  /** Those of the input until an operation changes them. */
  startTask: StartTask | undefined;
  nodeSetup: NodeSetup | undefined;
  readonly queue: TaskQueue;
  readonly free: FreeSlots;
  /** Target, by kind. */
  readonly target: [number, number];
  /** Nodes that are part of the pool or requested, and neither draining nor leaving, by kind. */
  readonly staying: [number, number];
  /** Requested nodes, by kind. */
  readonly requested: [number, number];
  /** All nodes of the pool, requested ones included. */
  readonly members: number[];
  /** Nodes that are draining or leaving. */
  leaving: number;
  resize: Resize | undefined;
  resizes: number;
  readonly resizeResults: Map<string, number>;
  /** When targets or the set of nodes changed last. */
  lastChange: Quanta;
  readonly nodeTime: readonly [NodeTime, NodeTime];
  preemptedNodes: number;
  /** Nodes in state idle or running. */
  usableNodes: number;
  peakNodes: number;
  /** Tasks that wait for a node, those that hold a slot before they run included; not those that wait for parents. */
  activeTasks: number;
  /** Instances of active multi-instance tasks beyond the first of each. */
  activeSubtasks: number;
  /** Tasks that wait for their parents. */
  blockedTasks: number;
  /** Of the active ones, those that the scheduler has not noticed yet after their last parent. */
  releasedTasks: number;
  runningTasks: number;
  succeededTasks: number;
  failedTasks: number;
  readonly series: StepSeries;
  nextNodeNumber: number;
  readonly allocationDraws: RandomStream;
  readonly nodeDraws: RandomStream;
  readonly preemptionDraws: RandomStream;
  readonly bootDraws: RandomStream;
  readonly rebootDraws: RandomStream;
  readonly startTaskDraws: RandomStream;
  readonly nodeFaultDraws: RandomStream;
  readonly setUpDraws: RandomStream;
  /** Version of the operating system that new nodes get. */
  imageVersion: number;
  /** The roll-out of a new operating system; undefined on most days. */
  upgrade: UpgradeState | undefined;
  /** How often an hour a spot node is reclaimed. */
  preemptionRate: number;
  /** Faults that strike each node at a rate. */
  readonly nodeFaults: { readonly perNodeHour: number; readonly state: FaultState }[];
  /** Faults that are going on: nothing on most days. */
  readonly activeFaults: FaultState[];
  /** Nodes that were asked for while allocation failed. */
  allocationAttempts: number;
  /** Order of the next event of seeking spot nodes; -1 for none. */
  seekEvent: number;
  seeks: number;
  autoScaler: AutoScaler | undefined;
  /** What autoscale has done so far, also before it was disabled. */
  readonly autoScaleRuns: AutoScaleRunRecord[];
  failedEvaluations: number;
  /** Profile switches for unsettled behaviour that an evaluation passed through. */
  readonly unverified: Set<string>;
  /** The formula that was enabled last. */
  formula: string | undefined;
  /** Calls of rand() so far. */
  randomCalls: number;
  /** When autoscale was enabled last by a request; -1 for never. */
  enabledAt: Quanta;
  state: 'active' | 'deleting' | 'deleted';
  deleteStartedAt: Quanta;
  /** Errors of the last resize, as the service keeps them until the next one starts. */
  resizeErrors: readonly ResizeError[];
}

function createNodeTime(): NodeTime {
  return {
    inState: new Float64Array(nodeStates.length),
    slotTime: 0,
    billed: 0,
    allocated: 0,
    removed: 0,
    preemptions: 0,
    present: 0,
    peak: 0,
  };
}

/** What is different about a pool that is created during the run. */
export interface PoolOrigin {
  readonly isAutoPool?: boolean;
  readonly isAwaited?: boolean;
  readonly name?: string;
}

export function createPoolState(
  index: number,
  input: PoolInput,
  seed: string,
  { isAutoPool = false, isAwaited = false, name = input.id }: PoolOrigin = {},
): PoolState {
  return {
    index,
    input,
    name,
    isAwaited,
    isAutoPool,
    queue: createTaskQueue(
      input.jobDefaultOrder ?? 'none',
      createRandomStream(seed, `pool/${name}/job-choice`),
    ),
    free: createFreeSlots(input.taskSlotsPerNode),
    target: [0, 0],
    staying: [0, 0],
    requested: [0, 0],
    members: [],
    leaving: 0,
    resize: undefined,
    resizes: 0,
    resizeResults: new Map(),
    lastChange: 0,
    nodeTime: [createNodeTime(), createNodeTime()],
    preemptedNodes: 0,
    usableNodes: 0,
    peakNodes: 0,
    activeTasks: 0,
    activeSubtasks: 0,
    blockedTasks: 0,
    releasedTasks: 0,
    runningTasks: 0,
    succeededTasks: 0,
    failedTasks: 0,
    series: createStepSeries(levelCount, firstStep),
    nextNodeNumber: 0,
    allocationDraws: createRandomStream(seed, `pool/${name}/allocation`),
    nodeDraws: createRandomStream(seed, `pool/${name}/node`),
    preemptionDraws: createRandomStream(seed, `pool/${name}/preemption`),
    bootDraws: createRandomStream(seed, `pool/${name}/boot`),
    rebootDraws: createRandomStream(seed, `pool/${name}/reboot`),
    startTask: input.startTask,
    nodeSetup: input.nodeSetup,
    startTaskDraws: createRandomStream(seed, `pool/${name}/start-task`),
    nodeFaultDraws: createRandomStream(seed, `pool/${name}/node-fault`),
    setUpDraws: createRandomStream(seed, `pool/${name}/setup`),
    imageVersion: 0,
    upgrade: undefined,
    preemptionRate: 0,
    nodeFaults: [],
    activeFaults: [],
    allocationAttempts: 0,
    seekEvent: -1,
    seeks: 0,
    autoScaler: undefined,
    autoScaleRuns: [],
    failedEvaluations: 0,
    unverified: new Set(),
    formula: undefined,
    randomCalls: 0,
    enabledAt: -1,
    state: isAwaited ? 'deleted' : 'active',
    deleteStartedAt: 0,
    resizeErrors: [],
  };
}
