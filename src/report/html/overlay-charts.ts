import type { RunRecord } from '../../simulator/record/run-record.js';
import { costWords, stepCosts } from './run-charts.js';
import type { PageChart, PageSeries } from './page-data.js';
import {
  accumulated,
  addedSteps,
  allPools,
  coarser,
  heldToEnd,
  mergedSteps,
  stepInstants,
  type StepValues,
} from './series-steps.js';

/** One formula of an overlay, with its place in the comparison. */
export interface OverlaidRun {
  readonly name: string;
  readonly place: number;
  readonly record: RunRecord;
}

interface PreparedRun extends OverlaidRun {
  readonly series: StepValues;
  readonly costs: readonly number[];
}

/** Charts with one line a formula; all pools of a run are added up. */
export function overlayCharts(runs: readonly OverlaidRun[]): PageChart[] {
  const drawn = runs.filter(({ record }) => record.end.atSeconds > 0 && record.pools.length > 0);
  const first = drawn[0];
  if (first === undefined) return [];
  const summed = drawn.map((run) => ({ run, ...allPools(run.record) }));
  const stepSeconds = Math.max(...summed.map((one) => one.stepSeconds));
  const prepared = summed.map(({ run, series, stepSeconds: own }): PreparedRun => {
    const coarse = coarser(series, stepSeconds / own);
    return { ...run, series: coarse, costs: costsOf(run.record, stepSeconds) };
  });
  const end = Math.max(...drawn.map(({ record }) => record.end.atSeconds));
  const steps = Math.max(...prepared.map(({ series }) => series.activeTasks.length));
  const seconds = stepInstants(steps, stepSeconds, end);
  const chart = (
    words: { title: string; yLabel: string },
    shape: PageChart['shape'],
    values: (run: PreparedRun) => number[],
  ): PageChart => ({
    ...words,
    seconds,
    shape,
    series: prepared.map((run) => overlaid(run, values(run), seconds.length)),
  });
  return [
    chart({ title: 'Nodes of both kinds', yLabel: 'nodes' }, 'steps', ({ series }) =>
      heldToEnd(series.dedicatedNodes.map((nodes, i) => nodes + series.spotNodes[i]!)),
    ),
    chart({ title: 'Pending (active) tasks', yLabel: 'tasks' }, 'steps', ({ series }) =>
      heldToEnd(series.activeTasks),
    ),
    chart({ title: 'Running tasks', yLabel: 'tasks' }, 'steps', ({ series }) =>
      heldToEnd(series.runningTasks),
    ),
    chart(costWords(first.record), 'line', ({ costs }) => accumulated(costs)),
  ];
}

function costsOf(record: RunRecord, stepSeconds: number): number[] {
  return addedSteps(
    record.pools.map((pool) =>
      mergedSteps(stepCosts(record, pool), stepSeconds / pool.series.stepSeconds),
    ),
  );
}

/** A run that was over earlier than others has no values after its end. */
function overlaid({ name, place }: PreparedRun, values: number[], length: number): PageSeries {
  const rest = Array.from({ length: length - values.length }, () => null);
  return { label: name, colour: { formula: place }, style: 'solid', values: [...values, ...rest] };
}
