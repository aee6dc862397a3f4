import type { TaskDetail } from './task-detail.js';
import { RETIRED } from './task-state.js';

/**
 * The tasks in flight, in columns; a slot is reused once its task is final, so memory follows the tasks in flight and not the
 * length of the workload.
 */
export interface TaskStore {
  /** Number in order of arrival: the entity of random draws and the order of the queue. */
  number: Float64Array;
  /** Index in the workload, for the id. */
  sourceIndex: Float64Array;
  job: Int32Array;
  submitTime: Float64Array;
  runTime: Float64Array;
  requiredSlots: Uint16Array;
  exitCode: Int32Array;
  state: Uint8Array;
  /** 1 = the task has settings, and an entry in `details`. */
  detailed: Uint8Array;
  readonly details: Map<number, TaskDetail>;
  node: Int32Array;
  /** Time of the assignment to the node. */
  assignedAt: Float64Array;
  /** Start of the current attempt; -1 before the first. */
  startedAt: Float64Array;
  /** First time in state running; -1 before. */
  firstStart: Float64Array;
  attempts: Int32Array;
  retries: Int32Array;
  requeues: Int32Array;
  /** Attempts cut short by the service itself, such as preemptions: the hidden systemTaskVersion of events. */
  recoveries: Int32Array;
  /** Order of the event that the task waits for; -1 for none. */
  awaitedEvent: Float64Array;
  /** Next task of the same queue or the same node; -1 at the end. */
  next: Int32Array;
  /** Task before this one on its node; -1 at the start. */
  previous: Int32Array;
  capacity: number;
  /** Slots ever used. */
  used: number;
  /** Head of the list of free slots, linked by `next`. */
  firstFree: number;
  inFlight: number;
}

export function createTaskStore(): TaskStore {
  const capacity = 1024;
  return {
    number: new Float64Array(capacity),
    sourceIndex: new Float64Array(capacity),
    job: new Int32Array(capacity),
    submitTime: new Float64Array(capacity),
    runTime: new Float64Array(capacity),
    requiredSlots: new Uint16Array(capacity),
    exitCode: new Int32Array(capacity),
    state: new Uint8Array(capacity),
    detailed: new Uint8Array(capacity),
    details: new Map(),
    node: new Int32Array(capacity),
    assignedAt: new Float64Array(capacity),
    startedAt: new Float64Array(capacity),
    firstStart: new Float64Array(capacity),
    attempts: new Int32Array(capacity),
    retries: new Int32Array(capacity),
    requeues: new Int32Array(capacity),
    recoveries: new Int32Array(capacity),
    awaitedEvent: new Float64Array(capacity),
    next: new Int32Array(capacity),
    previous: new Int32Array(capacity),
    capacity,
    used: 0,
    firstFree: -1,
    inFlight: 0,
  };
}

function grown<T extends Float64Array | Int32Array | Uint16Array | Uint8Array>(
  column: T,
  larger: T,
): T {
  larger.set(column);
  return larger;
}

function grow(store: TaskStore): void {
  const capacity = store.capacity * 2;
  const f64 = (column: Float64Array): Float64Array => grown(column, new Float64Array(capacity));
  const i32 = (column: Int32Array): Int32Array => grown(column, new Int32Array(capacity));
  store.number = f64(store.number);
  store.sourceIndex = f64(store.sourceIndex);
  store.job = i32(store.job);
  store.submitTime = f64(store.submitTime);
  store.runTime = f64(store.runTime);
  store.requiredSlots = grown(store.requiredSlots, new Uint16Array(capacity));
  store.exitCode = i32(store.exitCode);
  store.state = grown(store.state, new Uint8Array(capacity));
  store.detailed = grown(store.detailed, new Uint8Array(capacity));
  store.node = i32(store.node);
  store.assignedAt = f64(store.assignedAt);
  store.startedAt = f64(store.startedAt);
  store.firstStart = f64(store.firstStart);
  store.attempts = i32(store.attempts);
  store.retries = i32(store.retries);
  store.requeues = i32(store.requeues);
  store.recoveries = i32(store.recoveries);
  store.awaitedEvent = f64(store.awaitedEvent);
  store.next = i32(store.next);
  store.previous = i32(store.previous);
  store.capacity = capacity;
}

/** A slot for a new task; its columns hold whatever was there before. */
export function allocateTask(store: TaskStore): number {
  store.inFlight++;
  return allocateSubtask(store);
}

/** A slot for an instance of a multi-instance task, which is part of a task that is counted already. */
export function allocateSubtask(store: TaskStore): number {
  const free = store.firstFree;
  if (free >= 0) {
    store.firstFree = store.next[free]!;
    return free;
  }
  if (store.used === store.capacity) grow(store);
  return store.used++;
}

/** Forgets a task that is final. */
export function retireTask(store: TaskStore, task: number): void {
  store.inFlight--;
  retireSubtask(store, task);
}

export function retireSubtask(store: TaskStore, task: number): void {
  store.state[task] = RETIRED;
  if (store.detailed[task] !== 0) store.details.delete(task);
  store.next[task] = store.firstFree;
  store.firstFree = task;
}
