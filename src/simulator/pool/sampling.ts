import { createRandomStream } from '../../base/random/random-stream.js';
import { quantaPerSecond, secondsToQuanta, type Quanta } from '../../base/time/quanta.js';
import { ticksPerQuantum, ticksPerSecond } from '../../base/time/ticks.js';
import { appendSample, createSampleSeries, replaceSample } from '../../metrics/sample-series.js';
import { losesSample, sampleDelay } from '../faults/sample-faults.js';
import { SAMPLE } from '../kernel/event-kind.js';
import { pushEvent } from '../kernel/event-queue.js';
import { drawnQuanta, type World } from '../world.js';
import type { LateSample, Sampling } from './autoscale-state.js';
import type { PoolState } from './pool-state.js';
import { measureResources, resourceMetrics } from './resource-metrics.js';

/**
 * What a sample of each service variable measures, at the instant of the sample. Resource metrics, which follow
 * from what tasks use, are in resource-metrics.ts.
 */
const measures = {
  // A multi-instance task counts with its instances (service.md section 4.7).
  $ActiveTasks: (pool: PoolState): number => pool.activeTasks + pool.activeSubtasks,
  $RunningTasks: (pool: PoolState): number => pool.runningTasks,
  $PendingTasks: (pool: PoolState): number =>
    pool.activeTasks + pool.activeSubtasks + pool.runningTasks,
  $SucceededTasks: (pool: PoolState): number => pool.succeededTasks,
  $FailedTasks: (pool: PoolState): number => pool.failedTasks,
  $SampleNodeCount: (pool: PoolState): number =>
    pool.nodeTime[0].present + pool.nodeTime[1].present,
  $UsableNodeCount: (pool: PoolState): number => pool.usableNodes,
  $PreemptedNodeCount: (pool: PoolState): number => pool.preemptedNodes,
} as const;

type SampledVariable = keyof typeof measures;
const measured: readonly SampledVariable[] = Object.keys(measures) as SampledVariable[];

/** The service variables that a pool has samples of where tasks say what they use. */
export const resourceVariables: ReadonlySet<string> = new Set(Object.keys(resourceMetrics));

/** The service variables that a pool always has samples of. */
export const sampledVariables: ReadonlySet<string> = new Set(measured);

const countsOfFinished: ReadonlySet<SampledVariable> = new Set(['$SucceededTasks', '$FailedTasks']);

export function startSampling(world: World, pool: PoolState): Sampling {
  const { parameters, input } = world;
  const name = `pool/${pool.name}/sample`;
  const phaseDraws = createRandomStream(input.seed, `${name}/phase`);
  const phase = drawnQuanta(world.draws.samplePhase(phaseDraws, 0));
  const period = secondsToQuanta(parameters['sample.period_s']);
  const first = world.now + phase;
  const grid = {
    origin: input.start + first * ticksPerQuantum,
    period: period * ticksPerQuantum,
    delay: Math.round(parameters['sample.delay_s'] * ticksPerSecond),
  };
  const retained = Math.ceil((parameters['sample.retention_s'] * quantaPerSecond) / period) + 1;
  return {
    sampleEvent: pushEvent(world.queue, first, SAMPLE, pool.index),
    period,
    loss: parameters['sample.loss'],
    lossDraws: createRandomStream(input.seed, `${name}/loss`),
    series: new Map(
      [...measured, ...(input.sampleResources === true ? resourceVariables : [])].map((name) => [
        name,
        createSampleSeries(grid, retained),
      ]),
    ),
    before: new Map(),
    late: [],
    samples: 0,
  };
}

export function takeSample(world: World, pool: PoolState, sampling: Sampling): void {
  const disturbed = pool.activeFaults.length > 0;
  const delay = disturbed ? sampleDelay(pool) : 0;
  const late = delay > 0 ? addLateSample(sampling, world.now + delay) : undefined;
  const perPeriod = world.parameters['sample.finished_tasks'] === 'per-period';
  for (let i = 0; i < measured.length; i++) {
    const name = measured[i]!;
    let value = measures[name](pool);
    if (perPeriod && countsOfFinished.has(name)) {
      const total = value;
      value -= sampling.before.get(name) ?? 0;
      sampling.before.set(name, total);
    }
    record(pool, sampling, late, name, i, value);
  }
  if (world.input.sampleResources === true) {
    const values = measureResources(world, pool, sampling.period);
    let i = measured.length;
    for (const [name, value] of values) record(pool, sampling, late, name, i++, value);
  }
  sampling.samples++;
  sampling.sampleEvent = pushEvent(world.queue, world.now + sampling.period, SAMPLE, pool.index);
}

/** Enters a value of metric number `index` into its history, unless this sample of it is lost or late. */
function record(
  pool: PoolState,
  sampling: Sampling,
  late: LateSample | undefined,
  name: string,
  index: number,
  value: number,
): void {
  const lost =
    (sampling.loss > 0 && sampling.lossDraws.uniform(sampling.samples, index) < sampling.loss) ||
    (pool.activeFaults.length > 0 && losesSample(pool, sampling.samples, index));
  appendSample(sampling.series.get(name)!, lost || late !== undefined ? NaN : value);
  if (!lost) late?.values.set(name, value);
}

function addLateSample(sampling: Sampling, due: Quanta): LateSample {
  const late: LateSample = { instant: sampling.samples, due, values: new Map() };
  sampling.late.push(late);
  return late;
}

/** Puts late samples whose time has come into the history: before a formula looks at it. */
export function admitLateSamples(world: World, sampling: Sampling): void {
  const due = sampling.late.filter((late) => late.due <= world.now);
  if (due.length === 0) return;
  for (const { instant, values } of due) {
    for (const [name, value] of values) replaceSample(sampling.series.get(name)!, instant, value);
  }
  sampling.late = sampling.late.filter((late) => late.due > world.now);
}
