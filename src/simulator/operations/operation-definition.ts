import { makeNodeId } from '../log/node-id.js';
import type { PoolState } from '../pool/pool-state.js';
import type { NamedTask } from '../task/named-tasks.js';
import type { World } from '../world.js';
import type { OnNodes, OnPool, OnTask, ServiceError } from './operation.js';
import { selectNodes } from './select-nodes.js';
import { refusal } from './service-errors.js';

/** The answer to one request: what the record of the operation adds to its time and kind. */
export interface Answer {
  readonly nodeId?: string;
  readonly error?: ServiceError;
  readonly results?: string;
}

/** How the service treats an operation. */
export interface OperationDefinition<O> {
  /** Status of the answer where it accepts (service.md section 10). */
  readonly httpStatus: number;
  /** Makes the request, or one for each node; a refused one changes nothing. */
  readonly perform: (world: World, operation: O) => readonly Answer[];
}

function poolOf(world: World, poolId: string): PoolState | ServiceError {
  const folded = poolId.toLowerCase();
  const pool = world.pools.find(({ input }) => input.id.toLowerCase() === folded);
  if (pool === undefined || pool.state === 'deleted') return refusal('PoolNotFound');
  return pool.state === 'deleting' ? refusal('PoolBeingDeleted') : pool;
}

/** An operation on a pool, which must exist and not be on its way out. */
export function poolOperation<O extends OnPool>(
  httpStatus: number,
  attempt: (world: World, pool: PoolState, operation: O) => Answer | undefined,
): OperationDefinition<O> {
  return {
    httpStatus,
    perform(world, operation) {
      const pool = poolOf(world, operation.poolId);
      return [('code' in pool ? { error: pool } : attempt(world, pool, operation)) ?? {}];
    },
  };
}

/** An operation on nodes, one request each. */
export function nodeOperation<O extends OnNodes>(
  httpStatus: number,
  attempt: (world: World, pool: PoolState, node: number, operation: O) => ServiceError | undefined,
): OperationDefinition<O> {
  return {
    httpStatus,
    perform(world, operation) {
      const pool = poolOf(world, operation.poolId);
      if ('code' in pool) return [{ error: pool }];
      const { nodes, unknownIds } = selectNodes(world, pool, operation.nodes);
      const answers: Answer[] = unknownIds.map((nodeId) => ({
        nodeId,
        error: refusal('NodeNotFound'),
      }));
      for (const node of nodes) {
        const nodeId = makeNodeId(world, node);
        const error = attempt(world, pool, node, operation);
        answers.push(error === undefined ? { nodeId } : { nodeId, error });
      }
      return answers.length > 0 ? answers : [{ error: noNode() }];
    },
  };
}

/** An operation on a task, which must have been submitted and not been deleted. */
export function taskOperation<O extends OnTask>(
  httpStatus: number,
  attempt: (
    world: World,
    job: number,
    task: Exclude<NamedTask, { readonly kind: 'unknown' }>,
    operation: O,
  ) => ServiceError | undefined,
): OperationDefinition<O> {
  return {
    httpStatus,
    perform(world, operation) {
      const jobId = operation.jobId.toLowerCase();
      const job = world.input.jobs.findIndex(({ id }) => id.toLowerCase() === jobId);
      if (job < 0) return [{ error: refusal('JobNotFound') }];
      const task = world.namedTasks[job]!.get(operation.taskId.toLowerCase())!;
      if (task.kind === 'unknown') return [{ error: refusal('TaskNotFound') }];
      const error = attempt(world, job, task, operation);
      return [error === undefined ? {} : { error }];
    },
  };
}

/** The answer where a selector fits no node: the request would have no node in its path. */
export function noNode(): ServiceError {
  return refusal('NodeNotFound', 'No node of the pool is what the selector asks for.');
}
