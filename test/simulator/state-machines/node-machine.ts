import type { Fault, Operation } from '../../../src/simulator/index.js';
import { pool, seconds } from '../../support/simulation-input.js';
import type { Situation, StateEvent, StateMachine } from './play-event.js';

const first = { numbers: [1] };

export const onNode = (kind: Operation['kind']): Operation =>
  ({ kind, poolId: 'pool', nodes: first }) as Operation;

export const nodeFault = (kind: 'preemption' | 'nodeUnusable' | 'nodeUnknown', at: number): Fault =>
  ({
    kind,
    poolId: 'pool',
    times: { kind: 'at', at: [seconds(at)] },
    nodes: { kind: 'chosen', nodes: first },
    ...(kind === 'preemption' ? {} : { recovery: 'never' }),
  }) as Fault;

/** Spot nodes, which can do whatever dedicated ones can, and be preempted. */
const one = pool({ targetLowPriorityNodes: 1 });
const withStartTask = (failureShare: number) =>
  pool({
    targetLowPriorityNodes: 1,
    startTask: { runTime: 100, waitForSuccess: true, failureShare },
  });

const situations: readonly Situation[] = [
  { state: 'creating', pool: one, at: 10 },
  { state: 'starting', pool: one, at: 30 },
  { state: 'waitingforstarttask', pool: withStartTask(0), at: 50 },
  { state: 'starttaskfailed', pool: withStartTask(1), at: 200 },
  { state: 'idle', pool: one, at: 100 },
  { state: 'running', pool: one, at: 100, tasks: [{ runs: 500 }] },
  { state: 'rebooting', pool: one, at: 110, operations: [[100, onNode('rebootNode')]] },
  { state: 'reimaging', pool: one, at: 110, operations: [[100, onNode('reimageNode')]] },
  { state: 'upgradingos', pool: one, at: 110, osUpgradeAt: 100 },
  { state: 'offline', pool: one, at: 110, operations: [[100, onNode('disableNodeScheduling')]] },
  { state: 'unusable', pool: one, at: 110, faults: [nodeFault('nodeUnusable', 100)] },
  { state: 'unknown', pool: one, at: 110, faults: [nodeFault('nodeUnknown', 100)] },
  { state: 'preempted', pool: one, at: 110, faults: [nodeFault('preemption', 100)] },
  { state: 'deallocating', pool: one, at: 110, operations: [[100, onNode('deallocateNode')]] },
  { state: 'deallocated', pool: one, at: 150, operations: [[100, onNode('deallocateNode')]] },
  { state: 'leavingpool', pool: one, at: 110, operations: [[100, onNode('removeNodes')]] },
];

const operations = [
  'rebootNode',
  'reimageNode',
  'deallocateNode',
  'startNode',
  'disableNodeScheduling',
  'enableNodeScheduling',
  'removeNodes',
] as const;

export const nodeFaults: readonly StateEvent[] = (
  ['preemption', 'nodeUnusable', 'nodeUnknown'] as const
).map((kind) => ({ name: kind, kind: 'fault', fault: (at) => nodeFault(kind, at) }));

export const nodeMachine: StateMachine = {
  title: 'Node',
  situations,
  events: [
    ...operations.map((name) => ({ name, kind: 'operation' as const, operation: onNode(name) })),
    { name: 'deletePool', kind: 'operation', operation: { kind: 'deletePool', poolId: 'pool' } },
    ...nodeFaults,
  ],
  stateAfter: ({ event, body }) =>
    event === 'NodeStateChange' ? ((body['to'] as string | null) ?? 'gone') : undefined,
};
