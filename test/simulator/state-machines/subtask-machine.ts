import { pool } from '../../support/simulation-input.js';
import { nodeFaults, onNode } from './node-machine.js';
import type { Situation, StateMachine } from './play-event.js';

const task = { jobId: 'job', taskId: 'task-0' };
const gang = pool({ targetLowPriorityNodes: 3, enableInterNodeCommunication: true });
const settings = {
  multiInstance: { numberOfInstances: 3, coordinationTime: 40_000, coordinationFailureShare: 0 },
};

const situations: readonly Situation[] = [
  {
    state: 'running',
    detail: 'its coordination command',
    pool: gang,
    at: 45,
    tasks: [{ runs: 500, settings }],
  },
  {
    state: 'running',
    detail: 'beside the command of the primary',
    pool: gang,
    at: 100,
    tasks: [{ runs: 500, settings }],
  },
  { state: 'completed', pool: gang, at: 100, tasks: [{ runs: 10, settings }] },
];

export const subtaskMachine: StateMachine = {
  title: 'Subtask',
  situations,
  events: [
    ...(['terminateTask', 'deleteTask', 'reactivateTask'] as const).map((kind) => ({
      name: `${kind} of its task`,
      kind: 'operation' as const,
      operation: { kind, ...task },
    })),
    ...(['rebootNode', 'disableNodeScheduling', 'removeNodes'] as const).map((name) => ({
      name: `${name} of a node of its task`,
      kind: 'operation' as const,
      operation: onNode(name),
    })),
    {
      name: 'disableJob of its job, requeue',
      kind: 'operation',
      operation: { kind: 'disableJob', jobId: 'job', disableTasks: 'requeue' },
    },
    {
      name: 'terminateJob of its job',
      kind: 'operation',
      operation: { kind: 'terminateJob', jobId: 'job' },
    },
    { name: 'deletePool', kind: 'operation', operation: { kind: 'deletePool', poolId: 'pool' } },
    ...nodeFaults.map((fault) => ({ ...fault, name: `${fault.name} of a node of its task` })),
  ],
  stateAfter: ({ event, body }) =>
    event === 'SubtaskStateChange' && body['subtaskId'] === 1 ? (body['to'] as string) : undefined,
};
