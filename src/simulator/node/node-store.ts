import { GONE } from './node-state.js';

/** The nodes of all pools, in columns; the slot of a node that is gone is used again. */
export interface NodeStore {
  pool: Int32Array;
  kind: Uint8Array;
  state: Uint8Array;
  /** Number within the pool, never reused: the entity of random draws and part of the node id. */
  number: Float64Array;
  freeSlots: Uint16Array;
  stateSince: Float64Array;
  /** From when the node is billed; -1 while it is not. */
  billedSince: Float64Array;
  /** When it became part of the pool. */
  allocatedAt: Float64Array;
  /** When its newest task was assigned. */
  lastAssignment: Float64Array;
  /** Until when retained task data keep the node (retaineddata). */
  dataUntil: Float64Array;
  /** How often the clock of preemptions has run down: the node keeps its id and number. */
  preemptions: Float64Array;
  /** Order of the event that will preempt the node; -1 for none. */
  preemptionEvent: Float64Array;
  /** Order of the event that the node waits for; -1 for none. */
  awaitedEvent: Float64Array;
  /** Failures by the rates of its pool so far, those included that met it in a state where they do nothing. */
  failures: Float64Array;
  /** Order of the event of the next one; -1 for none. */
  failureEvent: Float64Array;
  firstTask: Int32Array;
  /** Not 0: takes no new task, and waits for its tasks (1) or their retained data (2) to do what `goal` says. */
  draining: Uint8Array;
  /** What follows the draining: a number of node/drain-goal.ts. */
  goal: Uint8Array;
  /** 1 = schedulingState disabled. */
  schedulingDisabled: Uint8Array;
  /** How often the start task failed since the last boot. */
  startTaskFailures: Uint32Array;
  /** How far it is with what it needs before the start task: a number of node/setup-phase.ts. */
  setUp: Uint8Array;
  /** 1 = packages, images and the like are on the VM. */
  prepared: Uint8Array;
  /** Version of the operating system, counted from 0 in each pool. */
  imageVersion: Float64Array;
  /** Boots so far: joining, reboots, returns. */
  boots: Float64Array;
  /** Position in the list of its pool. */
  memberIndex: Int32Array;
  capacity: number;
  used: number;
  readonly free: number[];
}

export function createNodeStore(): NodeStore {
  const capacity = 256;
  return {
    pool: new Int32Array(capacity),
    kind: new Uint8Array(capacity),
    state: new Uint8Array(capacity),
    number: new Float64Array(capacity),
    freeSlots: new Uint16Array(capacity),
    stateSince: new Float64Array(capacity),
    billedSince: new Float64Array(capacity),
    allocatedAt: new Float64Array(capacity),
    lastAssignment: new Float64Array(capacity),
    dataUntil: new Float64Array(capacity),
    preemptions: new Float64Array(capacity),
    preemptionEvent: new Float64Array(capacity),
    awaitedEvent: new Float64Array(capacity),
    failures: new Float64Array(capacity),
    failureEvent: new Float64Array(capacity),
    firstTask: new Int32Array(capacity),
    draining: new Uint8Array(capacity),
    goal: new Uint8Array(capacity),
    schedulingDisabled: new Uint8Array(capacity),
    startTaskFailures: new Uint32Array(capacity),
    setUp: new Uint8Array(capacity),
    prepared: new Uint8Array(capacity),
    imageVersion: new Float64Array(capacity),
    boots: new Float64Array(capacity),
    memberIndex: new Int32Array(capacity),
    capacity,
    used: 0,
    free: [],
  };
}

function grow(store: NodeStore): void {
  const capacity = store.capacity * 2;
  const f64 = (column: Float64Array): Float64Array => {
    const larger = new Float64Array(capacity);
    larger.set(column);
    return larger;
  };
  const i32 = (column: Int32Array): Int32Array => {
    const larger = new Int32Array(capacity);
    larger.set(column);
    return larger;
  };
  const u8 = (column: Uint8Array): Uint8Array => {
    const larger = new Uint8Array(capacity);
    larger.set(column);
    return larger;
  };
  store.pool = i32(store.pool);
  store.kind = u8(store.kind);
  store.state = u8(store.state);
  store.number = f64(store.number);
  const freeSlots = new Uint16Array(capacity);
  freeSlots.set(store.freeSlots);
  store.freeSlots = freeSlots;
  store.stateSince = f64(store.stateSince);
  store.billedSince = f64(store.billedSince);
  store.allocatedAt = f64(store.allocatedAt);
  store.lastAssignment = f64(store.lastAssignment);
  store.dataUntil = f64(store.dataUntil);
  store.preemptions = f64(store.preemptions);
  store.preemptionEvent = f64(store.preemptionEvent);
  store.awaitedEvent = f64(store.awaitedEvent);
  store.failures = f64(store.failures);
  store.failureEvent = f64(store.failureEvent);
  store.firstTask = i32(store.firstTask);
  store.draining = u8(store.draining);
  store.goal = u8(store.goal);
  store.schedulingDisabled = u8(store.schedulingDisabled);
  const failures = new Uint32Array(capacity);
  failures.set(store.startTaskFailures);
  store.startTaskFailures = failures;
  store.setUp = u8(store.setUp);
  store.prepared = u8(store.prepared);
  store.imageVersion = f64(store.imageVersion);
  store.boots = f64(store.boots);
  store.memberIndex = i32(store.memberIndex);
  store.capacity = capacity;
}

/** A slot for a new node. */
export function allocateNode(store: NodeStore): number {
  const free = store.free.pop();
  if (free !== undefined) return free;
  if (store.used === store.capacity) grow(store);
  return store.used++;
}

export function releaseNode(store: NodeStore, node: number): void {
  store.state[node] = GONE;
  store.awaitedEvent[node] = -1;
  store.preemptionEvent[node] = -1;
  store.failureEvent[node] = -1;
  store.free.push(node);
}
