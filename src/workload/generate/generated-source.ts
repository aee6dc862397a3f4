import { createSampler, type Distribution } from '../../base/random/distribution.js';
import { createRandomStream } from '../../base/random/random-stream.js';
import { secondsToQuanta, type Quanta } from '../../base/time/quanta.js';
import type { TaskSettings } from '../task-settings.js';
import type { TaskArrival, TaskSource } from '../task-stream.js';
import { arrivalGap, type ArrivalProcess } from './arrival-process.js';

/** A recipe for tasks. At least one of `count` and `until` bounds it. */
export interface GeneratorSettings {
  readonly arrivals: ArrivalProcess;
  /** Seconds; negative draws count as 0. */
  readonly runTime: Distribution;
  readonly requiredSlots: number;
  /** Share of the tasks that end with exit code 1. */
  readonly failureShare: number;
  /** Time of the start of the arrivals, since the start of the run. */
  readonly first: Quanta;
  /** Number of tasks. */
  readonly count?: number;
  /** No task is submitted at or after this time since the start of the run. */
  readonly until?: Quanta;
  /** What all tasks have beside their arrival and run time. */
  readonly settings?: TaskSettings;
}

/**
 * Generates tasks lazily. Draws belong to the number of the task in streams named after the generator, so the same seed gives
 * the same tasks whatever else happens in the run.
 */
export function generatedSource(
  settings: GeneratorSettings,
  seed: string,
  name: string,
  job: number,
  idPrefix: string = '',
): TaskSource {
  const {
    arrivals,
    requiredSlots,
    failureShare,
    first,
    count = Infinity,
    until = Infinity,
  } = settings;
  const gaps = createRandomStream(seed, `workload/${name}/arrival`);
  const runTimes = createRandomStream(seed, `workload/${name}/run-time`);
  const failures = createRandomStream(seed, `workload/${name}/failure`);
  const runTimeOf = createSampler(settings.runTime);
  return {
    ...(settings.count === undefined || settings.until !== undefined
      ? {}
      : { taskCount: settings.count }),
    open() {
      const arrival = {
        index: -1,
        job,
        submitTime: first,
        runTime: 0,
        requiredSlots,
        exitCode: 0,
        settings: settings.settings,
      } satisfies TaskArrival;
      return {
        next() {
          const number = arrival.index + 1;
          if (number >= count) return undefined;
          const gap = secondsToQuanta(arrivalGap(arrivals, number, gaps.uniform(number)));
          if (arrival.submitTime + gap >= until) return undefined;
          arrival.index = number;
          arrival.submitTime += gap;
          arrival.runTime = Math.max(0, secondsToQuanta(runTimeOf(runTimes.uniform(number))));
          arrival.exitCode = failureShare > 0 && failures.uniform(number) < failureShare ? 1 : 0;
          return arrival;
        },
        taskId: (index) => `${idPrefix}${index + 1}`,
      };
    },
  };
}
