import type { LiveValues } from '../../../src/language-service/index.js';
import type { RunRecord } from '../../../src/simulator/record/run-record.js';

/** The values of all variables in one autoscale run, from its result string. */
export function liveValuesOfRun(
  record: RunRecord,
  poolId: string,
  runNumber: number,
): LiveValues | undefined {
  const pool = record.pools.find(({ id }) => id === poolId);
  const run = pool?.autoScale?.runs[runNumber];
  if (run === undefined) return undefined;
  const start = Date.parse(record.startTime);
  const clock = new Date(start + run.atSeconds * 1000).toISOString().slice(11, 19);
  const pairs = run.results.split(';').flatMap((part): [string, string][] => {
    const equals = part.indexOf('=');
    return equals < 0 ? [] : [[part.slice(0, equals), part.slice(equals + 1)]];
  });
  return {
    label: `${clock} UTC`,
    variables: new Map([
      ['$CurrentDedicatedNodes', String(run.currentDedicatedNodes)],
      ['$CurrentLowPriorityNodes', String(run.currentLowPriorityNodes)],
      ...pairs,
    ]),
  };
}

/** Number of the last autoscale run at or before an instant, in seconds; -1 before the first one. */
export function runAt(record: RunRecord, poolId: string, seconds: number): number {
  const runs = record.pools.find(({ id }) => id === poolId)?.autoScale?.runs ?? [];
  return runs.findLastIndex(({ atSeconds }) => atSeconds <= seconds);
}
