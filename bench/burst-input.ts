import type { AutoScaleRun } from '../src/evaluator/autoscale-run.js';
import type { PoolView } from '../src/evaluator/pool-view.js';
import { latestSamples } from '../src/metrics/sample-series.js';
import { parametersWith, type SimulationInput } from '../src/simulator/index.js';
import { burstSource } from './burst-source.js';

export const burstFormula =
  '$TargetDedicatedNodes = min(1000, max(0, $PendingTasks.GetSample(1)));\n' +
  '$NodeDeallocationOption = taskcompletion;';

/** What the formula says, by hand: for the tests of the simulator alone. */
function byHand(view: PoolView): AutoScaleRun {
  const pending = latestSamples(view.samples('$PendingTasks')!, view.now, 1)[0] ?? 0;
  return {
    timestamp: view.now,
    results: '',
    targetDedicatedNodes: Math.min(1000, pending),
    targetLowPriorityNodes: 0,
    nodeDeallocationOption: 'taskcompletion',
    variables: new Map(),
    unverified: [],
  };
}

/**
 * "burst-autoscale" v1 as a simulation: sampling and evaluation at the same instant half a millisecond after each tick, no
 * sample delay, no scheduling latency, a boot of 119.99975 s, nodes that disappear at once.
 */
export function burstInput(
  tasks: number,
  createEvaluator: () => (view: PoolView) => AutoScaleRun = () => byHand,
): SimulationInput {
  return {
    name: `burst-autoscale v1, ${tasks} tasks`,
    seed: '12345',
    start: 0,
    until: { kind: 'drained' },
    pools: [
      {
        id: 'burst',
        vmSize: 'any',
        taskSlotsPerNode: 1,
        nodeFillType: 'spread',
        targetDedicatedNodes: 0,
        targetLowPriorityNodes: 0,
        resizeTimeout: 900 * 4000,
        autoScale: { formula: burstFormula, evaluationInterval: 300 * 4000, createEvaluator },
      },
    ],
    jobs: [{ id: 'burst', pool: 0, maxTaskRetryCount: 0 }],
    tasks: burstSource(tasks),
    parameters: parametersWith({
      'alloc.first_node_s': { constant: 0 },
      'alloc.extra_node_s': { constant: 0 },
      'alloc.slow_node_share': 0,
      'node.creating_to_idle_s': { constant: 119.99975 },
      'node.leaving_s': { constant: 0 },
      'sched.latency_s': { constant: 0 },
      'autoscale.first_eval': 'after-interval',
      'autoscale.evaluation_phase_s': 0.0005,
      'sample.delay_s': 0,
      'sample.phase_s': { constant: 0.0005 },
    }),
    notes: [],
  };
}

/** v2: a start task of 30 s, a scheduling latency for each start, odd tasks in a job of priority 100 and even ones in one of 0. */
export function burstInputV2(
  tasks: number,
  createEvaluator?: () => (view: PoolView) => AutoScaleRun,
): SimulationInput {
  const v1 = burstInput(tasks, createEvaluator);
  return {
    ...v1,
    name: `burst-autoscale v2, ${tasks} tasks`,
    pools: v1.pools.map((pool) => ({
      ...pool,
      startTask: { runTime: 30, waitForSuccess: true },
    })),
    jobs: [
      { id: 'ordinary', pool: 0, priority: 0, maxTaskRetryCount: 0 },
      { id: 'urgent', pool: 0, priority: 100, maxTaskRetryCount: 0 },
    ],
    tasks: burstSource(tasks, 2),
    parameters: {
      ...v1.parameters,
      'sched.latency_s': { lognormal: { median: 3, sigma: 0.25 } },
    },
  };
}
