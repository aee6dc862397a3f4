import { pool } from '../../support/simulation-input.js';
import { nodeFaults, onNode } from './node-machine.js';
import type { Situation, StateEvent, StateMachine } from './play-event.js';

const task = { jobId: 'job', taskId: 'task-0' };
const one = pool({ targetLowPriorityNodes: 1 });

const situations: readonly Situation[] = [
  { state: 'active', detail: 'queued', pool: pool(), at: 100, tasks: [{ runs: 10 }] },
  {
    state: 'active',
    detail: 'assigned to a node',
    pool: one,
    at: 100,
    tasks: [{ runs: 10 }],
    parameters: { 'sched.latency_s': { constant: 100 } },
  },
  { state: 'running', pool: one, at: 100, tasks: [{ runs: 500 }] },
  { state: 'completed', detail: 'result success', pool: one, at: 100, tasks: [{ runs: 10 }] },
  {
    state: 'completed',
    detail: 'result failure',
    pool: one,
    at: 100,
    tasks: [{ runs: 10, exitCode: 1 }],
  },
  {
    state: 'completed',
    detail: 'and deleted',
    pool: one,
    at: 100,
    tasks: [{ runs: 500 }],
    operations: [[90, { kind: 'deleteTask', ...task }]],
  },
];

const taskOperations: readonly StateEvent[] = (
  ['updateTask', 'terminateTask', 'deleteTask', 'reactivateTask'] as const
).map((kind) => ({ name: kind, kind: 'operation', operation: { kind, ...task } }));

export const taskMachine: StateMachine = {
  title: 'Task',
  situations,
  events: [
    ...taskOperations,
    ...(['rebootNode', 'disableNodeScheduling', 'removeNodes'] as const).map((name) => ({
      name: `${name} of its node`,
      kind: 'operation' as const,
      operation: onNode(name),
    })),
    { name: 'deletePool', kind: 'operation', operation: { kind: 'deletePool', poolId: 'pool' } },
    ...nodeFaults.map((fault) => ({ ...fault, name: `${fault.name} of its node` })),
  ],
  stateAfter: ({ event, body }) =>
    event === 'TaskStateChange' ? (body['to'] as string) : undefined,
};
