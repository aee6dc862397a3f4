import type { TaskSettings } from './task-settings.js';
import { advanceFirst, pushHead, type StreamHead } from './stream-heap.js';
import type { TaskArrival, TaskSource, TaskStream } from './task-stream.js';

function openMerged(sources: readonly TaskSource[]): TaskStream {
  const streams = sources.map((source) => source.open());
  const heap: StreamHead[] = [];
  streams.forEach((stream, number) => {
    const arrival = stream.next();
    if (arrival !== undefined) pushHead(heap, { stream, number, arrival, at: arrival.submitTime });
  });
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
      if (taken) advanceFirst(heap, 0);
      taken = false;
      const head = heap[0];
      if (head === undefined) return undefined;
      taken = true;
      const { arrival } = head;
      merged.index = arrival.index * count + head.number;
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
