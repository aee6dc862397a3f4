import { simulate, type RunRecord } from '../../../src/simulator/index.js';
import { input, pool } from '../../support/simulation-input.js';
import type { Replication } from './control-variates.js';
import { poissonSource } from './poisson-source.js';
import { meanGap, meanRunTime, type Station } from './stations.js';

/** Tasks that are left out at the start of each run, while the queue fills up. */
export const warmUp = 2000;

/** One run of a station until its last task has ended. */
export function runStation(station: Station, seed: string, tasks: number) {
  const source = poissonSource(seed, tasks, meanGap(station), station.runTime, warmUp);
  const record: RunRecord = simulate(
    input({ seed, pools: [pool({ targetDedicatedNodes: station.servers })], tasks: source }),
  );
  return { record, sums: source.sums };
}

/**
 * Mean wait of the tasks after the warm-up, with the moments of their arrivals and run times as controls. In a first-come,
 * first-served queue later arrivals change nothing, so the warm-up is the run that ends with it.
 */
export function replicate(station: Station, seed: string): Replication {
  const { tasks, runTime, secondMoment } = station;
  const { record, sums } = runStation(station, seed, warmUp + tasks);
  const before = runStation(station, seed, warmUp).record;
  const gap = meanGap(station);
  const isConstant = 'constant' in runTime;
  return {
    value: (record.wait.totalSeconds - before.wait.totalSeconds) / tasks,
    controls: [
      sums.gap / tasks / gap - 1,
      sums.gapSquared / tasks / (2 * gap * gap) - 1,
      ...(isConstant
        ? []
        : [sums.runTime / tasks / meanRunTime - 1, sums.runTimeSquared / tasks / secondMoment - 1]),
    ],
  };
}
