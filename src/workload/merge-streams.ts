import type { TaskSettings } from './task-settings.js';
import type { TaskArrival, TaskSource, TaskStream } from './task-stream.js';

interface Head {
  readonly stream: TaskStream;
  /** Number of the source: decides between tasks of the same instant. */
  readonly source: number;
  arrival: TaskArrival;
}

function isBefore(a: Head, b: Head): boolean {
  const difference = a.arrival.submitTime - b.arrival.submitTime;
  return difference < 0 || (difference === 0 && a.source < b.source);
}

/** Moves the head at `at` down to its place in the binary heap. */
function sink(heap: Head[], at: number): void {
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

function openMerged(sources: readonly TaskSource[]): TaskStream {
  const streams = sources.map((source) => source.open());
  const heap: Head[] = [];
  streams.forEach((stream, source) => {
    const arrival = stream.next();
    if (arrival !== undefined) heap.push({ stream, source, arrival });
  });
  for (let at = (heap.length >> 1) - 1; at >= 0; at--) sink(heap, at);
  const merged = {
    index: 0,
    job: 0,
    submitTime: 0,
    runTime: 0,
    requiredSlots: 1,
    exitCode: 0,
    settings: undefined as TaskSettings | undefined,
  } satisfies TaskArrival;
  const count = sources.length;
  // The head keeps the arrival that was handed out last, so it moves on only when the next one is asked for.
  let taken = false;
  return {
    next() {
      if (taken) {
        const head = heap[0]!;
        const following = head.stream.next();
        if (following !== undefined) {
          head.arrival = following;
          sink(heap, 0);
        } else {
          const last = heap.pop()!;
          if (heap.length > 0) {
            heap[0] = last;
            sink(heap, 0);
          }
        }
        taken = false;
      }
      const head = heap[0];
      if (head === undefined) return undefined;
      taken = true;
      const { arrival } = head;
      merged.index = arrival.index * count + head.source;
      merged.job = arrival.job;
      merged.submitTime = arrival.submitTime;
      merged.runTime = arrival.runTime;
      merged.requiredSlots = arrival.requiredSlots;
      merged.exitCode = arrival.exitCode;
      merged.settings = arrival.settings;
      return merged;
    },
    taskId: (index) => streams[index % count]!.taskId(Math.floor(index / count)),
  };
}

function sumOfCounts(sources: readonly TaskSource[]): number | undefined {
  let sum = 0;
  for (const { taskCount } of sources) {
    if (taskCount === undefined) return undefined;
    sum += taskCount;
  }
  return sum;
}

/**
 * One source of the tasks of several, in order of submission; tasks of the same instant come in the order of their sources.
 * A single source is handed through as it is.
 */
export function mergeSources(sources: readonly TaskSource[]): TaskSource {
  if (sources.length === 1) return sources[0]!;
  const taskCount = sumOfCounts(sources);
  return {
    open: () => openMerged(sources),
    ...(taskCount === undefined ? {} : { taskCount }),
  };
}
