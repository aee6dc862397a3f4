import type { Quanta } from '../base/time/quanta.js';
import type { TaskSettings } from './task-settings.js';
import type { TaskArrival, TaskSource } from './task-stream.js';

/** A task that a scenario writes out. */
export interface LiteralTask {
  readonly id: string;
  readonly submitTime: Quanta;
  readonly runTime: Quanta;
  readonly requiredSlots: number;
  readonly exitCode: number;
  readonly settings?: TaskSettings;
}

/** Opens written-out tasks as a stream, in order of submission, tasks of the same instant as written. */
export function literalSource(tasks: readonly LiteralTask[], job: number): TaskSource {
  const sorted = tasks.toSorted((a, b) => a.submitTime - b.submitTime);
  const arrivals: readonly TaskArrival[] = sorted.map(
    ({ submitTime, runTime, requiredSlots, exitCode, settings }, index) => ({
      index,
      job,
      submitTime,
      runTime,
      requiredSlots,
      exitCode,
      settings,
    }),
  );
  return {
    taskCount: sorted.length,
    open() {
      let next = 0;
      return { next: () => arrivals[next++], taskId: (index) => sorted[index]!.id };
    },
  };
}
