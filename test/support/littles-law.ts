import type { RunRecord } from '../../src/simulator/index.js';
import { lengthOf, sum, type LogLine } from './recompute/log-line.js';
import { taskLives } from './recompute/task-lives.js';

/**
 * Little's law, L = lambda W, over the whole run: the time average of the tasks in a state, as the pools' pictures have it, is the rate
 * of arrivals times the mean time that a task spent in it, as the event log has it. Undefined where it holds in the queue and in the
 * system, else what does not agree. Cut off at the end of the run on both sides, it is exact and not a limit.
 */
export function littlesLawError(record: RunRecord, lines: readonly LogLine[]): string | undefined {
  const time = record.end.atSeconds;
  if (time === 0 || record.tasks.submitted === 0) return undefined;
  const arrivalRate = record.tasks.submitted / time;
  const lives = [...taskLives(lines, Math.round(time * 4000)).values()];
  const meanSeconds = (states: readonly string[]): number =>
    sum(
      lives.flatMap((life) =>
        life.states.filter(({ state }) => states.includes(state)).map(lengthOf),
      ),
    ) /
    4000 /
    lives.length;
  const average = (level: 'activeTasks' | 'runningTasks'): number =>
    sum(record.pools.map(({ series }) => timeAverage(series[level], series.stepSeconds, time)));
  const waiting = average('activeTasks');
  const inSystem = waiting + average('runningTasks');
  return (
    disagreement('queue', waiting, arrivalRate * meanSeconds(['active'])) ??
    disagreement('system', inSystem, arrivalRate * meanSeconds(['active', 'preparing', 'running']))
  );
}

/** Steps are equally long but for the last one, which ends with the run. */
export function timeAverage(averages: readonly number[], step: number, time: number): number {
  const area = averages.map(
    (average, index) => average * (Math.min(time, (index + 1) * step) - index * step),
  );
  return sum(area) / time;
}

function disagreement(where: string, level: number, product: number): string | undefined {
  const isEqual = Math.abs(level - product) <= 1e-9 * Math.max(1, product);
  return isEqual ? undefined : `in the ${where}: L = ${level}, lambda W = ${product}`;
}
