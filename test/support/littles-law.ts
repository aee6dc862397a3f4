import type { RunRecord } from '../../src/simulator/index.js';
import { lengthOf, quantaOf, sum, type LogLine, type Stretch } from './recompute/log-line.js';
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
  const unbound = stretchesWithoutPool(lines, Math.round(time * 4000));
  const lives = [...taskLives(lines, Math.round(time * 4000)).values()];
  const meanSeconds = (states: readonly string[]): number =>
    sum(
      lives.flatMap((life) =>
        life.states
          .filter(({ state }) => states.includes(state))
          .map((stretch) => lengthOf(stretch) - timeWithin(stretch, unbound.get(life.jobId) ?? [])),
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

/** When jobs waited for a pool that was not there, by id: no picture of a pool shows their tasks then. */
function stretchesWithoutPool(lines: readonly LogLine[], end: number): Map<string, Stretch[]> {
  const found = new Map<string, Stretch[]>();
  for (const line of lines) {
    const { event, body } = line;
    if (event !== 'JobStateChange' && event !== 'JobUpdate') continue;
    const stretches = found.get(body['id'] as string) ?? [];
    found.set(body['id'] as string, stretches);
    const last = stretches.at(-1);
    if (last?.to === end) last.to = quantaOf(line);
    if (body['poolId'] === null) stretches.push({ from: quantaOf(line), to: end });
  }
  return found;
}

function timeWithin({ from, to }: Stretch, stretches: readonly Stretch[]): number {
  return sum(stretches.map((one) => Math.max(0, Math.min(to, one.to) - Math.max(from, one.from))));
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
