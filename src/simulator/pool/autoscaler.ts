import { createRandomStream } from '../../base/random/random-stream.js';
import { quantaToSeconds, secondsToQuanta } from '../../base/time/quanta.js';
import { ticksPerQuantum } from '../../base/time/ticks.js';
import type { PoolView } from '../../evaluator/pool-view.js';
import type { AutoScaleSettings } from '../input/autoscale-settings.js';
import { EVALUATION } from '../kernel/event-kind.js';
import { pushEvent } from '../kernel/event-queue.js';
import { logAutoScale } from '../log/pool-events.js';
import { DEDICATED, SPOT } from '../node/node-state.js';
import type { AutoScaleRunRecord } from './autoscale-run-record.js';
import type { World } from '../world.js';
import type { AutoScaler, Sampling } from './autoscale-state.js';
import type { PoolState } from './pool-state.js';
import { setTargets } from './resize.js';
import { admitLateSamples, startSampling } from './sampling.js';

/**
 * Enables autoscale on a pool, or gives an autoscale pool another formula or interval. Sampling starts when autoscale is turned
 * on (language.md section 5, history reset) and goes on otherwise; the schedule of evaluations starts anew (documented).
 */
export function enableAutoScale(world: World, pool: PoolState, settings: AutoScaleSettings): void {
  const draws = createRandomStream(world.input.seed, `pool/${pool.name}/rand`);
  const { parameters } = world;
  const phase = secondsToQuanta(parameters['autoscale.evaluation_phase_s']);
  const wait = parameters['autoscale.first_eval'] === 'at-enable' ? 0 : settings.evaluationInterval;
  const at = world.now + phase + wait;
  pool.formula = settings.formula;
  pool.autoScaler = {
    settings,
    evaluate: settings.createEvaluator(() => draws.uniform(pool.randomCalls++)),
    sampling: pool.autoScaler?.sampling ?? startSampling(world, pool),
    evaluationEvent: pushEvent(world.queue, at, EVALUATION, pool.index),
  };
}

/** What a formula is shown of a pool at this moment. */
export function viewOf(world: World, pool: PoolState, sampling: Sampling): PoolView {
  if (sampling.late.length > 0) admitLateSamples(world, sampling);
  return {
    now: world.input.start + world.now * ticksPerQuantum,
    currentDedicatedNodes: pool.nodeTime[DEDICATED].present,
    currentLowPriorityNodes: pool.nodeTime[SPOT].present,
    targetDedicatedNodes: pool.target[DEDICATED],
    targetLowPriorityNodes: pool.target[SPOT],
    taskSlotsPerNode: pool.input.taskSlotsPerNode,
    samplePeriod: sampling.period * ticksPerQuantum,
    samples: (metric) => sampling.series.get(metric),
  };
}

/** One evaluation: the run is kept, and its targets are set unless it failed (documented: no change of size). */
export function evaluatePool(world: World, pool: PoolState, scaler: AutoScaler): void {
  const view = viewOf(world, pool, scaler.sampling);
  const run = scaler.evaluate(view);
  const record: AutoScaleRunRecord = {
    atSeconds: quantaToSeconds(world.now),
    results: run.results,
    ...(run.error === undefined ? {} : { error: run.error }),
    targetDedicatedNodes: run.targetDedicatedNodes,
    targetLowPriorityNodes: run.targetLowPriorityNodes,
    nodeDeallocationOption: run.nodeDeallocationOption,
    currentDedicatedNodes: view.currentDedicatedNodes,
    currentLowPriorityNodes: view.currentLowPriorityNodes,
  };
  pool.autoScaleRuns.push(record);
  if (world.log !== undefined) {
    logAutoScale(world.log, world, pool, record, scaler.settings.formula);
  }
  for (const name of run.unverified) pool.unverified.add(name);
  const next = world.now + scaler.settings.evaluationInterval;
  scaler.evaluationEvent = pushEvent(world.queue, next, EVALUATION, pool.index);
  if (run.error !== undefined) {
    pool.failedEvaluations++;
    return;
  }
  setTargets(
    world,
    pool,
    run.targetDedicatedNodes,
    run.targetLowPriorityNodes,
    run.nodeDeallocationOption,
  );
}
