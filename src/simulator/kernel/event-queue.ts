import type { Quanta } from '../../base/time/quanta.js';
import { classOf } from './event-kind.js';

/**
 * Pending events in a total order of (time, class, sequence), so that a run never depends on chance or on the engine. A binary
 * heap in typed arrays: no allocation per event.
 */
export interface EventQueue {
  size: number;
  /**
   * Whether the place of the first event is empty since it was taken: the next event goes there at once, for most events bring
   * another, or fillVacancy closes it. While it is, the events are in places 1 to `size`.
   */
  vacant: boolean;
  time: Float64Array;
  /** class * 2^44 + sequence: unique, and the tie-break at equal times. */
  order: Float64Array;
  /** kind in the low 5 bits, subject above. */
  payload: Int32Array;
  nextSequence: number;
  // The event taken last.
  takenTime: Quanta;
  takenOrder: number;
  takenKind: number;
  takenSubject: number;
}

const classStep = 17_592_186_044_416;

/** Subjects are whole numbers below 2^26. */
export const maximumSubjects: number = 67_108_864;

export function createEventQueue(): EventQueue {
  const capacity = 1024;
  return {
    size: 0,
    vacant: false,
    time: new Float64Array(capacity),
    order: new Float64Array(capacity),
    payload: new Int32Array(capacity),
    nextSequence: 0,
    takenTime: 0,
    takenOrder: 0,
    takenKind: 0,
    takenSubject: 0,
  };
}

/** Order value of the first event of a class: what the queue's head is compared with to merge arrivals. */
export function firstOrderOfClass(eventClass: number): number {
  return eventClass * classStep;
}

function grow(queue: EventQueue): void {
  const capacity = queue.time.length * 2;
  const time = new Float64Array(capacity);
  const order = new Float64Array(capacity);
  const payload = new Int32Array(capacity);
  time.set(queue.time);
  order.set(queue.order);
  payload.set(queue.payload);
  queue.time = time;
  queue.order = order;
  queue.payload = payload;
}

/**
 * Adds an event and returns its order value, by which its subject recognises it: an event whose order is no longer the one
 * that the subject waits for was cancelled.
 */
export function pushEvent(queue: EventQueue, at: Quanta, kind: number, subject: number): number {
  const eventOrder = classOf(kind) * classStep + queue.nextSequence++;
  const content = (subject << 5) | kind;
  if (queue.vacant) {
    queue.vacant = false;
    queue.size++;
    sink(queue, at, eventOrder, content);
    return eventOrder;
  }
  if (queue.size === queue.time.length) grow(queue);
  siftUp(queue, queue.size++, at, eventOrder, content);
  return eventOrder;
}

/** Lets an event rise from the place `from` of the heap, which is free, to its own. */
function siftUp(
  queue: EventQueue,
  from: number,
  at: Quanta,
  eventOrder: number,
  content: number,
): void {
  const { time, order, payload } = queue;
  let i = from;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    const parentTime = time[parent]!;
    if (parentTime < at || (parentTime === at && order[parent]! < eventOrder)) break;
    time[i] = parentTime;
    order[i] = order[parent]!;
    payload[i] = payload[parent]!;
    i = parent;
  }
  time[i] = at;
  order[i] = eventOrder;
  payload[i] = content;
}

/** Makes a pending event due at an earlier time; it keeps its order value. Looks through the whole queue. */
export function bringForward(queue: EventQueue, eventOrder: number, at: Quanta): void {
  fillVacancy(queue);
  const place = queue.order.subarray(0, queue.size).indexOf(eventOrder);
  siftUp(queue, place, at, eventOrder, queue.payload[place]!);
}

/** How many events of a kind are pending. Looks through the whole queue. */
export function countPending({ size, vacant, payload }: EventQueue, kind: number): number {
  const first = vacant ? 1 : 0;
  return payload.subarray(first, first + size).filter((one) => (one & 31) === kind).length;
}

/** When a pending event is due, by its order value; it looks through the whole queue. */
export function timeOfEvent(queue: EventQueue, eventOrder: number): Quanta {
  fillVacancy(queue);
  const { size, time, order } = queue;
  return time[order.subarray(0, size).indexOf(eventOrder)]!;
}

/** Takes the first event into the `taken…` fields. The queue must not be empty. */
export function takeEvent(queue: EventQueue): void {
  fillVacancy(queue);
  const { time, order, payload } = queue;
  queue.takenTime = time[0]!;
  queue.takenOrder = order[0]!;
  queue.takenKind = payload[0]! & 31;
  queue.takenSubject = payload[0]! >>> 5;
  queue.size--;
  queue.vacant = true;
}

/** Puts the first of the pending events first: to be called before `time[0]` and `order[0]` are read. */
export function fillVacancy(queue: EventQueue): void {
  if (!queue.vacant) return;
  queue.vacant = false;
  const { size, time, order, payload } = queue;
  if (size > 0) sink(queue, time[size]!, order[size]!, payload[size]!);
}

/** Lets an event sink from the first place, which is free, to its own. */
function sink(queue: EventQueue, at: Quanta, eventOrder: number, content: number): void {
  const { size, time, order, payload } = queue;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= size) break;
    let childTime = time[child]!;
    const right = child + 1;
    if (right < size) {
      const rightTime = time[right]!;
      if (rightTime < childTime || (rightTime === childTime && order[right]! < order[child]!)) {
        child = right;
        childTime = rightTime;
      }
    }
    if (childTime > at || (childTime === at && order[child]! > eventOrder)) break;
    time[i] = childTime;
    order[i] = order[child]!;
    payload[i] = payload[child]!;
    i = child;
  }
  time[i] = at;
  order[i] = eventOrder;
  payload[i] = content;
}
