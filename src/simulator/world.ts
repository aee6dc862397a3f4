import { createSampler, type Sampler } from '../base/random/distribution.js';
import { createRandomStream, type RandomStream } from '../base/random/random-stream.js';
import { secondsToQuanta, type Quanta } from '../base/time/quanta.js';
import type { TaskArrival, TaskStream } from '../workload/task-stream.js';
import { createWaitHistogram, type WaitHistogram } from './accounting/wait-histogram.js';
import type { SimulationInput } from './input.js';
import { createEventQueue, type EventQueue } from './kernel/event-queue.js';
import { createEventLog, type EventLog } from './log/event-log.js';
import { createNodeStore, type NodeStore } from './node/node-store.js';
import type { Parameters } from './parameters/parameters.js';
import { createPoolState, type PoolState } from './pool/pool-state.js';
import { createTaskStore, type TaskStore } from './task/task-store.js';

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
  /** Tasks that hold a slot: assigned or running. */
  onNodes: number;
}

/** Samplers of the parameters that are drawn from, in seconds. */
export interface Samplers {
  readonly firstNode: Sampler;
  readonly extraNode: Sampler;
  readonly slowNode: Sampler;
  readonly creatingToIdle: Sampler;
  readonly leaving: Sampler;
  readonly latency: Sampler;
  readonly samplePhase: Sampler;
}

/** The whole state of a run. Functions of the simulator take it first, and the number of the pool, node or task next. */
export interface World {
  readonly input: SimulationInput;
  readonly parameters: Parameters;
  readonly samplers: Samplers;
  now: Quanta;
  readonly queue: EventQueue;
  readonly nodes: NodeStore;
  readonly tasks: TaskStore;
  readonly pools: readonly PoolState[];
  readonly stream: TaskStream;
  /** The next task to arrive; undefined after the last one. */
  arrival: TaskArrival | undefined;
  readonly counts: TaskCounts;
  readonly wait: WaitHistogram;
  lastTaskEnd: Quanta;
  readonly latencyDraws: RandomStream;
  /** Whether every scheduling latency is zero: then no draw and no event is needed. */
  readonly noLatency: boolean;
  events: number;
  /** Where the event log goes; undefined costs one comparison an event. */
  readonly log: EventLog | undefined;
}

function createSamplers(parameters: Parameters): Samplers {
  return {
    firstNode: createSampler(parameters['alloc.first_node_s']),
    extraNode: createSampler(parameters['alloc.extra_node_s']),
    slowNode: createSampler(parameters['alloc.slow_node_s']),
    creatingToIdle: createSampler(parameters['node.creating_to_idle_s']),
    leaving: createSampler(parameters['node.leaving_s']),
    latency: createSampler(parameters['sched.latency_s']),
    samplePhase: createSampler(parameters['sample.phase_s']),
  };
}

/** Makes the world of a run; `writeLog` receives the lines of the event log. */
export function createWorld(input: SimulationInput, writeLog?: (lines: string) => void): World {
  const latency = input.parameters['sched.latency_s'];
  const stream = input.tasks.open();
  return {
    input,
    parameters: input.parameters,
    samplers: createSamplers(input.parameters),
    now: 0,
    queue: createEventQueue(),
    nodes: createNodeStore(),
    tasks: createTaskStore(),
    pools: input.pools.map((pool, index) => createPoolState(index, pool, input.seed)),
    stream,
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
      onNodes: 0,
    },
    wait: createWaitHistogram(),
    lastTaskEnd: 0,
    latencyDraws: createRandomStream(input.seed, 'scheduling-latency'),
    noLatency: 'constant' in latency && latency.constant === 0,
    events: 0,
    log: writeLog === undefined ? undefined : createEventLog(input, writeLog),
  };
}

/** A drawn time in seconds as quanta, never negative. */
export function drawnQuanta(seconds: number): Quanta {
  return Math.max(0, secondsToQuanta(seconds));
}
