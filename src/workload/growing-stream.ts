import type { Quanta } from '../base/time/quanta.js';
import { advanceFirst, pushHead, type StreamHead } from './stream-heap.js';
import type { TaskSettings } from './task-settings.js';
import type { TaskArrival, TaskStream } from './task-stream.js';

/** A stream of tasks that takes in the tasks of further jobs while it is read. */
export interface GrowingStream extends TaskStream {
  /**
   * Takes in the tasks of a job; their submit times count from `from`, and each keeps its place within its own stream, which
   * names it. Answers with the task that comes next from now on: the one that `next` gave last is still to come.
   */
  add(tasks: TaskStream, from: Quanta, job: number): TaskArrival | undefined;
}

interface GrowingHead extends StreamHead {
  readonly from: Quanta;
  /** Undefined for the stream that was there first, whose tasks know their jobs. */
  readonly job: number | undefined;
}

/** Opens a stream that can grow, with the tasks that are known from the start; `taskId` names those. */
export function growingStream(first: TaskStream): GrowingStream {
  const heap: GrowingHead[] = [];
  let streams = 0;
  const arrival = {
    index: 0,
    job: 0,
    submitTime: 0,
    runTime: 0,
    requiredSlots: 1,
    exitCode: 0,
    settings: undefined as TaskSettings | undefined,
  } satisfies TaskArrival;
  // The first head keeps the arrival that was handed out last until the next one is asked for.
  let taken = false;
  const addStream = (stream: TaskStream, from: Quanta, job: number | undefined): void => {
    const head = stream.next();
    const number = streams++;
    if (head === undefined) return;
    pushHead(heap, { stream, number, arrival: head, at: head.submitTime + from, from, job });
  };
  const firstArrival = (): TaskArrival | undefined => {
    const head = heap[0];
    if (head === undefined) return undefined;
    taken = true;
    const { arrival: found } = head;
    arrival.index = found.index;
    arrival.job = head.job ?? found.job;
    arrival.submitTime = head.at;
    arrival.runTime = found.runTime;
    arrival.requiredSlots = found.requiredSlots;
    arrival.exitCode = found.exitCode;
    arrival.settings = found.settings;
    return arrival;
  };
  addStream(first, 0, undefined);
  return {
    add(tasks, from, job) {
      addStream(tasks, from, job);
      return firstArrival();
    },
    next() {
      if (taken) advanceFirst(heap, heap[0]!.from);
      taken = false;
      return firstArrival();
    },
    taskId: (index) => first.taskId(index),
  };
}
