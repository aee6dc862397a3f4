import type { Quanta } from '../base/time/quanta.js';
import type { TaskArrival, TaskStream } from './task-stream.js';

/** A stream with its next task, in a binary heap with the earliest first. */
export interface StreamHead {
  readonly stream: TaskStream;
  /** Number of the stream: decides between tasks of the same instant. */
  readonly number: number;
  arrival: TaskArrival;
  /** When that task is submitted. */
  at: Quanta;
}

function isBefore(a: StreamHead, b: StreamHead): boolean {
  return a.at < b.at || (a.at === b.at && a.number < b.number);
}

/** Moves the head at `at` down to its place. */
export function sinkHead(heap: StreamHead[], at: number): void {
  const moved = heap[at]!;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
    if (!isBefore(heap[child]!, moved)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = moved;
}

/** Adds a head and moves it up to its place. */
export function pushHead<H extends StreamHead>(heap: H[], head: H): void {
  let at = heap.length;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isBefore(head, heap[parent]!)) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = head;
}

/** Lets the stream of the first head go on to its next task, `shift` later than it says, or removes it after the last one. */
export function advanceFirst(heap: StreamHead[], shift: Quanta): void {
  const head = heap[0]!;
  const following = head.stream.next();
  if (following !== undefined) {
    head.arrival = following;
    head.at = following.submitTime + shift;
  } else {
    const last = heap.pop()!;
    if (heap.length === 0) return;
    if (last !== head) heap[0] = last;
  }
  sinkHead(heap, 0);
}
