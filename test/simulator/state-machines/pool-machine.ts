import type { Operation } from '../../../src/simulator/index.js';
import { pool, scaledPool, seconds } from '../../support/simulation-input.js';
import type { Situation, StateMachine } from './play-event.js';

const poolId = 'pool';
const two = pool({ targetDedicatedNodes: 2 });
const scaled = scaledPool(() => ({ dedicated: 2 }));
const slow = { 'alloc.first_node_s': { constant: 400 }, 'resize.stopping_s': 60 } as const;
const grow: Operation = { kind: 'resizePool', poolId, targetDedicatedNodes: 3 };
const remove: Operation = { kind: 'deletePool', poolId };
const stop: Operation = { kind: 'stopPoolResize', poolId };

const situations: readonly Situation[] = [
  { state: 'steady', pool: two, at: 100 },
  { state: 'resizing', pool: two, at: 510, operations: [[500, grow]], parameters: slow },
  {
    state: 'stopping',
    pool: two,
    at: 520,
    operations: [
      [500, grow],
      [510, stop],
    ],
    parameters: slow,
  },
  { state: 'steady', detail: 'scaled by a formula', pool: scaled, at: 100 },
  { state: 'resizing', detail: 'scaled by a formula', pool: scaled, at: 100, parameters: slow },
  { state: 'deleting', pool: two, at: 110, operations: [[100, remove]] },
  { state: 'deleted', pool: two, at: 200, operations: [[100, remove]] },
];

const operations: readonly Operation[] = [
  grow,
  stop,
  { kind: 'removeNodes', poolId, nodes: { first: 1 } },
  {
    kind: 'enableAutoScale',
    poolId,
    autoScaleFormula: scaled.autoScale!,
    autoScaleEvaluationInterval: seconds(300),
  },
  { kind: 'disableAutoScale', poolId },
  { kind: 'evaluateAutoScale', poolId, autoScaleFormula: scaled.autoScale! },
  { kind: 'addPool', pool: two },
  remove,
];

const states: Readonly<Record<string, string>> = {
  PoolResizeStart: 'resizing',
  PoolResizeStopping: 'stopping',
  PoolResizeComplete: 'steady',
  PoolDeleteStart: 'deleting',
  PoolDeleteComplete: 'deleted',
};

export const poolMachine: StateMachine = {
  title: 'Pool',
  situations,
  events: operations.map((operation) => ({ name: operation.kind, kind: 'operation', operation })),
  // A pool that is being deleted goes on resizing, down to nothing.
  stateAfter: ({ event }, before) =>
    before === 'deleting' && event !== 'PoolDeleteComplete' ? undefined : states[event],
};
