import { makeNodeId } from '../log/node-id.js';
import { poolOfId } from '../pool/pool-of-id.js';
import type { PoolState } from '../pool/pool-state.js';
import type { NamedTask } from '../task/named-task.js';
import type { World } from '../world.js';
import { endingRefusal } from '../job/ending-refusal.js';
import { isEnding, type JobState } from '../job/job-state.js';
import type { JobScheduleState } from '../job-schedule/job-schedule-state.js';
import type { OnJob, OnJobSchedule, OnNodes, OnPool, OnTask, ServiceError } from './operation.js';
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

/** The pool that a request names, or why it cannot be asked. */
export function findPool(world: World, poolId: string): PoolState | ServiceError {
  const pool = poolOfId(world, poolId);
  if (pool === undefined) return refusal('PoolNotFound');
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
      const pool = findPool(world, operation.poolId);
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
      const pool = findPool(world, operation.poolId);
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

/** The job that a request names; undefined where there is none (any more). */
export function findJob(world: World, jobId: string): JobState | undefined {
  const folded = jobId.toLowerCase();
  return world.jobs.find(({ input, state }) => {
    return state !== 'deleted' && input.id.toLowerCase() === folded;
  });
}

/** The same for a job schedule. */
export function findJobSchedule(world: World, id: string): JobScheduleState | undefined {
  const folded = id.toLowerCase();
  return world.schedules.find(({ input, state }) => {
    return state !== 'deleted' && input.id.toLowerCase() === folded;
  });
}

/** An operation on a job in any state. */
export function anyJobOperation<O extends OnJob>(
  httpStatus: number,
  attempt: (world: World, job: JobState, operation: O) => ServiceError | undefined,
): OperationDefinition<O> {
  return {
    httpStatus,
    perform(world, operation) {
      const job = findJob(world, operation.jobId);
      const error = job === undefined ? refusal('JobNotFound') : attempt(world, job, operation);
      return [error === undefined ? {} : { error }];
    },
  };
}

/** An operation on a job that is not ending. */
export function jobOperation<O extends OnJob>(
  httpStatus: number,
  attempt: (world: World, job: JobState, operation: O) => ServiceError | undefined,
): OperationDefinition<O> {
  return anyJobOperation<O>(httpStatus, (world, job, operation) => {
    return isEnding(job) ? endingRefusal(job) : attempt(world, job, operation);
  });
}

/** An operation on a job schedule that exists and is not on its way out. */
export function anyJobScheduleOperation<O extends OnJobSchedule>(
  httpStatus: number,
  attempt: (world: World, schedule: JobScheduleState, operation: O) => ServiceError | undefined,
): OperationDefinition<O> {
  return {
    httpStatus,
    perform(world, operation) {
      const schedule = findJobSchedule(world, operation.jobScheduleId);
      const error =
        schedule === undefined
          ? refusal('JobScheduleNotFound')
          : schedule.state === 'deleting'
            ? refusal('JobScheduleBeingDeleted')
            : attempt(world, schedule, operation);
      return [error === undefined ? {} : { error }];
    },
  };
}

/** An operation on a job schedule that has not ended. */
export function jobScheduleOperation<O extends OnJobSchedule>(
  httpStatus: number,
  attempt: (world: World, schedule: JobScheduleState, operation: O) => ServiceError | undefined,
): OperationDefinition<O> {
  return anyJobScheduleOperation<O>(httpStatus, (world, schedule, operation) => {
    if (schedule.state === 'completed') return refusal('JobScheduleCompleted');
    if (schedule.state === 'terminating') return refusal('JobScheduleBeingTerminated');
    return attempt(world, schedule, operation);
  });
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
      const found = findJob(world, operation.jobId);
      if (found === undefined) return [{ error: refusal('JobNotFound') }];
      if (found.state === 'deleting') return [{ error: refusal('JobBeingDeleted') }];
      const job = found.index;
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
