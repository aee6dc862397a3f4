import { quantaToSeconds, type Quanta } from '../../base/time/quanta.js';
import type { NodeKind } from '../../pricing/price-book.js';
import { finishSteps, stepAreas, stepAverages, stepEnds } from '../accounting/step-series.js';
import {
  LEVEL_ACTIVE,
  LEVEL_BILLED,
  LEVEL_IDLE,
  LEVEL_NODES,
  LEVEL_RUNNING,
  LEVEL_TARGET,
  type PoolState,
} from '../pool/pool-state.js';
import type { World } from '../world.js';
import { nodeFigures, type ClosingNodeTime } from './node-figures.js';
import type { AutoScaleRecord, PoolRecord, PoolSeries } from './run-record.js';

export function poolRecord(
  world: World,
  pool: PoolState,
  times: Record<NodeKind, ClosingNodeTime>,
): PoolRecord {
  const { input } = pool;
  return {
    id: input.id,
    vmSize: input.vmSize,
    taskSlotsPerNode: input.taskSlotsPerNode,
    nodes: nodeFigures(pool, times),
    peakNodes: pool.peakNodes,
    resizes: pool.resizes,
    resizeResults: Object.fromEntries([...pool.resizeResults].sort(([a], [b]) => (a < b ? -1 : 1))),
    resizeErrors: pool.resizeErrors,
    ...(pool.formula === undefined ? {} : { autoScale: autoScaleRecord(pool, pool.formula) }),
    series: poolSeries(pool, world.now),
  };
}

function autoScaleRecord(pool: PoolState, formula: string): AutoScaleRecord {
  const settings = pool.autoScaler?.settings ?? pool.input.autoScale;
  return {
    formula,
    evaluationIntervalSeconds: quantaToSeconds(settings?.evaluationInterval ?? 0),
    evaluations: pool.autoScaleRuns.length,
    failedEvaluations: pool.failedEvaluations,
    runs: [...pool.autoScaleRuns],
  };
}

function poolSeries(pool: PoolState, now: Quanta): PoolSeries {
  const { series } = pool;
  // Steps that end now may be merged, so the length of a step is known only after that.
  finishSteps(series, now);
  const averages = (level: number): number[] => stepAverages(series, level, now);
  const seconds = (level: number): number[] => stepAreas(series, level, now).map(quantaToSeconds);
  return {
    stepSeconds: quantaToSeconds(series.step),
    dedicatedNodes: averages(LEVEL_NODES),
    spotNodes: averages(LEVEL_NODES + 1),
    idleNodes: averages(LEVEL_IDLE),
    targetDedicatedNodes: stepEnds(series, LEVEL_TARGET, now),
    targetLowPriorityNodes: stepEnds(series, LEVEL_TARGET + 1, now),
    activeTasks: averages(LEVEL_ACTIVE),
    runningTasks: averages(LEVEL_RUNNING),
    billedDedicatedSeconds: seconds(LEVEL_BILLED),
    billedSpotSeconds: seconds(LEVEL_BILLED + 1),
  };
}
