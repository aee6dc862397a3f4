import fc from 'fast-check';

import type {
  JobInput,
  NodeSelector,
  Operation,
  PoolInput,
  SimulationInput,
} from '../../src/simulator/index.js';
import { randomFault } from './random-faults.js';
import { input, latest, scaledPool, pool, seconds, type TestTask } from './simulation-input.js';

const option = fc.constantFrom('requeue', 'terminate', 'taskcompletion', 'retaineddata');

const poolOperation = (poolId: string): fc.Arbitrary<Operation> => {
  const targets = fc.record({
    kind: fc.constant('resizePool' as const),
    poolId: fc.constant(poolId),
    targetDedicatedNodes: fc.integer({ min: 0, max: 5 }),
    targetLowPriorityNodes: fc.integer({ min: 0, max: 5 }),
    nodeDeallocationOption: option,
  });
  const enable: Operation = {
    kind: 'enableAutoScale',
    poolId,
    autoScaleFormula: scaledPool(() => ({ dedicated: 2, spot: 1 })).autoScale!,
    autoScaleEvaluationInterval: seconds(300),
  };
  return fc.oneof(
    targets,
    fc.constant({ kind: 'stopPoolResize' as const, poolId }),
    fc.constant({ kind: 'disableAutoScale' as const, poolId }),
    fc.constant(enable),
    { arbitrary: fc.constant({ kind: 'deletePool' as const, poolId }), weight: 1 },
  );
};

const selector: fc.Arbitrary<NodeSelector> = fc.oneof(
  fc.record({ numbers: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 3 }) }),
  fc.record({
    states: fc.constantFrom(['idle'] as const, ['running'] as const, ['idle', 'offline'] as const),
    first: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constantFrom('dedicated', 'spot') }),
);

const nodeOperation = (poolId: string): fc.Arbitrary<Operation> =>
  fc
    .record({
      kind: fc.constantFrom(
        'removeNodes',
        'rebootNode',
        'reimageNode',
        'deallocateNode',
        'startNode',
        'disableNodeScheduling',
        'enableNodeScheduling',
      ),
      poolId: fc.constant(poolId),
      nodes: selector,
      option,
    })
    .map(({ option: chosen, ...rest }): Operation => {
      switch (rest.kind) {
        case 'removeNodes':
          return { ...rest, kind: rest.kind, nodeDeallocationOption: chosen };
        case 'rebootNode':
          return { ...rest, kind: rest.kind, nodeRebootOption: chosen };
        case 'reimageNode':
          return { ...rest, kind: rest.kind, nodeReimageOption: chosen };
        case 'deallocateNode':
          return { ...rest, kind: rest.kind, nodeDeallocateOption: chosen };
        case 'disableNodeScheduling':
          return {
            ...rest,
            kind: rest.kind,
            nodeDisableSchedulingOption: chosen === 'retaineddata' ? 'requeue' : chosen,
          };
        case 'startNode':
        case 'enableNodeScheduling':
          return { ...rest, kind: rest.kind };
      }
    });

const task: fc.Arbitrary<TestTask> = fc.record({
  at: fc.integer({ min: 0, max: 6000 }),
  runs: fc.integer({ min: 0, max: 1200 }),
  slots: fc.integer({ min: 1, max: 5 }),
  exitCode: fc.constantFrom(0, 0, 0, 1),
  job: fc.integer({ min: 0, max: 2 }),
});

const poolInput = (id: string): fc.Arbitrary<PoolInput> =>
  fc
    .record({
      taskSlotsPerNode: fc.integer({ min: 1, max: 4 }),
      nodeFillType: fc.constantFrom('spread', 'pack'),
      jobDefaultOrder: fc.constantFrom('none', 'creationtime'),
      cores: fc.constantFrom(2, 4),
      scaled: fc.boolean(),
      dedicated: fc.integer({ min: 0, max: 4 }),
      spot: fc.integer({ min: 0, max: 4 }),
      divisor: fc.integer({ min: 1, max: 4 }),
      option,
      failEvery: fc.integer({ min: 2, max: 9 }),
      startTask: fc.option(
        fc.record({
          runTime: fc.integer({ min: 0, max: 60 }),
          waitForSuccess: fc.boolean(),
          maxTaskRetryCount: fc.integer({ min: 0, max: 2 }),
          failureShare: fc.constantFrom(0, 0.2),
        }),
        { nil: undefined },
      ),
    })
    .map(({ scaled, dedicated, spot, divisor, failEvery, startTask, option: choice, ...rest }) => {
      const settings = { id, ...rest, ...(startTask === undefined ? {} : { startTask }) };
      if (!scaled) {
        return pool({ ...settings, targetDedicatedNodes: dedicated, targetLowPriorityNodes: spot });
      }
      return scaledPool((view, evaluation) => {
        const pending = Math.ceil(latest(view, '$PendingTasks') / divisor);
        if (evaluation % failEvery === failEvery - 1) return { error: 'InsufficientSampleData' };
        return {
          dedicated: Math.min(dedicated, pending),
          spot: Math.min(spot, pending),
          option: choice,
        };
      }, settings);
    });

/** A scenario over everything that the simulator models, small enough to shrink. */
export const randomScenario: fc.Arbitrary<SimulationInput> = fc
  .record({
    seed: fc.integer({ min: 0, max: 1_000_000 }).map(String),
    pools: fc.tuple(poolInput('a'), poolInput('b')),
    tasks: fc.array(task, { maxLength: 40 }),
    retries: fc.integer({ min: 0, max: 2 }),
    priorities: fc.tuple(fc.constantFrom(0, 100), fc.constantFrom(0, 100), fc.constant(0)),
    operations: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 9000 }),
        fc.oneof(poolOperation('a'), poolOperation('b'), nodeOperation('a'), nodeOperation('b')),
      ),
      { maxLength: 12 },
    ),
    faults: fc.array(randomFault, { maxLength: 3 }),
    end: fc.integer({ min: 0, max: 12_000 }),
    preemption: fc.constantFrom(0, 0.5, 3),
    quota: fc.constantFrom(undefined, 8, 12),
    order: fc.constantFrom('idle-first', 'newest-first', 'oldest-first'),
    draining: fc.constantFrom('leavingpool', 'running'),
    latency: fc.constantFrom(0, 10),
    timeout: fc.constantFrom(100, 900),
  })
  .map(({ pools, tasks, retries, priorities, operations, faults, end, ...rest }) => {
    const jobs: JobInput[] = priorities.map((priority, index) => ({
      id: `job-${index}`,
      pool: index % 2,
      priority,
      maxTaskRetryCount: retries,
      retentionTime: seconds(600),
    }));
    return input({
      seed: rest.seed,
      pools,
      jobs,
      tasks,
      until: { kind: 'time', at: seconds(end) },
      ...(rest.quota === undefined
        ? {}
        : { account: { dedicatedCoreQuota: rest.quota, lowPriorityCoreQuota: rest.quota } }),
      operations: operations.map(([at, operation]) => ({ at: seconds(at), operation })),
      faults,
      parameters: {
        'alloc.first_node_s': { uniform: [0, 400] },
        'alloc.extra_node_s': { exponential: { mean: 10 } },
        'node.creating_to_idle_s': { uniform: [20, 90] },
        'node.leaving_s': { uniform: [0, 60] },
        'node.reboot_s': { constant: 40 },
        'node.reimage_s': { constant: 100 },
        'node.deallocating_s': { constant: 20 },
        'sched.latency_s': rest.latency === 0 ? { constant: 0 } : { uniform: [0, rest.latency] },
        'preempt.rate_per_hour': rest.preemption,
        'node.recovery_s': { uniform: [0, 900] },
        'preempt.return_s': { uniform: [0, 600] },
        'shrink.order': rest.order,
        'shrink.draining_state': rest.draining,
        'resize.autoscale_timeout_s': rest.timeout,
        'resize.stopping_s': rest.timeout === 100 ? 20 : 0,
        'sample.loss': 0.1,
      },
    });
  });
