import type { NodeKind } from '../../pricing/price-book.js';
import type { PoolRecord, RunRecord } from '../../simulator/record/run-record.js';
import type { PageChart, PageSeries } from './page-data.js';
import { accumulated, heldToEnd, stepInstants } from './series-steps.js';

const secondsPerHour = 3600;

/** The charts of one run: nodes, tasks and cost of each pool. */
export function runCharts(record: RunRecord): PageChart[] {
  return record.pools.flatMap((pool) => poolCharts(record, pool));
}

function poolCharts(record: RunRecord, pool: PoolRecord): PageChart[] {
  const { series } = pool;
  const steps = series.dedicatedNodes.length;
  if (steps === 0) return [];
  const seconds = stepInstants(steps, series.stepSeconds, record.end.atSeconds);
  const suffix = record.pools.length > 1 ? `, pool ${pool.id}` : '';
  return [
    {
      title: `Nodes by kind, with targets${suffix}`,
      yLabel: 'nodes',
      seconds,
      shape: 'steps',
      series: nodeSeries(pool),
    },
    {
      title: `Pending and running tasks${suffix}`,
      yLabel: 'tasks',
      seconds,
      shape: 'steps',
      series: [
        {
          label: 'pending (active)',
          colour: 'pending',
          style: 'area',
          values: heldToEnd(series.activeTasks),
        },
        {
          label: 'running',
          colour: 'running',
          style: 'solid',
          values: heldToEnd(series.runningTasks),
        },
      ],
    },
    costChart(record, pool, seconds, suffix),
  ];
}

function nodeSeries({ nodes, series }: PoolRecord): PageSeries[] {
  const targetsSpot = series.targetLowPriorityNodes.some((target) => target > 0);
  const spot: PageSeries[] =
    nodes.spot.allocated > 0 || targetsSpot
      ? [
          { label: 'spot', colour: 'spot', style: 'solid', values: heldToEnd(series.spotNodes) },
          {
            label: 'target spot',
            colour: 'spot',
            style: 'dashed',
            values: heldToEnd(series.targetLowPriorityNodes),
          },
        ]
      : [];
  return [
    {
      label: 'dedicated',
      colour: 'dedicated',
      style: 'solid',
      values: heldToEnd(series.dedicatedNodes),
    },
    {
      label: 'target dedicated',
      colour: 'dedicated',
      style: 'dashed',
      values: heldToEnd(series.targetDedicatedNodes),
    },
    ...spot,
    {
      label: 'idle, of both kinds',
      colour: 'idle',
      style: 'area',
      values: heldToEnd(series.idleNodes),
    },
  ];
}

/** Price of a node hour of one kind in one pool; zero where the run has no such node time. */
export function nodeHourPrice(record: RunRecord, poolId: string, kind: NodeKind): number {
  const line = record.cost?.lines.find((own) => own.poolId === poolId && own.kind === kind);
  return line === undefined ? 0 : Number(line.pricePerNodeHour);
}

/** Cost of each step of a pool, or billed node hours where there are no prices. */
export function stepCosts(record: RunRecord, { id, series }: PoolRecord): number[] {
  const factor = (kind: NodeKind): number =>
    (record.cost === undefined ? 1 : nodeHourPrice(record, id, kind)) / secondsPerHour;
  const dedicated = factor('dedicated');
  const spot = factor('spot');
  return series.billedDedicatedSeconds.map(
    (seconds, i) => seconds * dedicated + series.billedSpotSeconds[i]! * spot,
  );
}

/** Title and axis of what accumulates. */
export function costWords(record: RunRecord): { title: string; yLabel: string } {
  return record.cost === undefined
    ? { title: 'Billed node hours, accumulating', yLabel: 'node hours' }
    : { title: 'Cost, accumulating', yLabel: `cost (${record.cost.currency})` };
}

function costChart(
  record: RunRecord,
  pool: PoolRecord,
  seconds: readonly number[],
  suffix: string,
): PageChart {
  const { title, yLabel } = costWords(record);
  const series: PageSeries = {
    label: record.cost === undefined ? 'billed node hours' : 'cost',
    colour: 'cost',
    style: 'area',
    values: accumulated(stepCosts(record, pool)),
  };
  return { title: `${title}${suffix}`, yLabel, seconds, shape: 'line', series: [series] };
}
