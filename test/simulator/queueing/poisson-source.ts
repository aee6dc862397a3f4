import { createSampler, type Distribution } from '../../../src/base/random/distribution.js';
import { createRandomStream } from '../../../src/base/random/random-stream.js';
import type { TaskArrival, TaskSource } from '../../../src/workload/task-stream.js';

/** Sums over the tasks of a source from number `warmUp` on, in seconds and seconds squared. */
export interface SourceSums {
  gap: number;
  gapSquared: number;
  runTime: number;
  runTimeSquared: number;
}

export interface PoissonSource extends TaskSource {
  /** Of the stream that was read last. */
  readonly sums: SourceSums;
}

/** Poisson arrivals with independent run times, in seconds; task i is the same however many follow. */
export function poissonSource(
  seed: string,
  count: number,
  meanGap: number,
  runTime: Distribution,
  warmUp: number,
): PoissonSource {
  const gaps = createRandomStream(seed, 'test/gap');
  const runs = createRandomStream(seed, 'test/run');
  const drawGap = createSampler({ exponential: { mean: meanGap } });
  const drawRun = createSampler(runTime);
  const sums = { gap: 0, gapSquared: 0, runTime: 0, runTimeSquared: 0 };
  return {
    sums,
    open() {
      const arrival = {
        index: -1,
        job: 0,
        submitTime: 0,
        runTime: 0,
        requiredSlots: 1,
        exitCode: 0,
      };
      let clock = 0;
      Object.assign(sums, { gap: 0, gapSquared: 0, runTime: 0, runTimeSquared: 0 });
      return {
        next(): TaskArrival | undefined {
          if (++arrival.index === count) return undefined;
          const gap = drawGap(gaps.uniform(arrival.index));
          const run = drawRun(runs.uniform(arrival.index));
          clock += gap;
          arrival.submitTime = Math.round(clock * 4000);
          arrival.runTime = Math.round(run * 4000);
          if (arrival.index >= warmUp) {
            sums.gap += gap;
            sums.gapSquared += gap * gap;
            sums.runTime += run;
            sums.runTimeSquared += run * run;
          }
          return arrival;
        },
        taskId: String,
      };
    },
  };
}
