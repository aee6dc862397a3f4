import { OPERATION, REST_CHECK } from '../kernel/event-kind.js';
import { pushEvent } from '../kernel/event-queue.js';
import { LEVEL_IDLE, type PoolState } from '../pool/pool-state.js';
import { DEDICATED, SPOT } from '../node/node-state.js';
import { PREPARING, RUNNING, type WireTaskState } from '../task/task-state.js';
import type { World } from '../world.js';
import type { Condition, PoolConditionState, PoolNumber } from './condition.js';

/** Puts the operations of the scenario on the clock; those with a condition wait for it. */
export function scheduleOperations(world: World): void {
  for (const [index, { at, when }] of (world.input.operations ?? []).entries()) {
    if (when === undefined) {
      pushEvent(world.queue, at, OPERATION, index);
      world.operationsDue++;
      continue;
    }
    world.awaitedConditions.push(index);
    // From then on the condition counts, also where nothing else happens at that instant.
    if (at > 0) pushEvent(world.queue, at, REST_CHECK, 0);
  }
}

/** Lets the operations happen whose condition holds now, each once; tells whether there were any. */
export function triggerOperations(world: World): boolean {
  const operations = world.input.operations!;
  const waiting = world.awaitedConditions;
  const held = waiting.filter((index) => {
    const { at, when } = operations[index]!;
    return world.now >= at && holds(world, when!);
  });
  for (const index of held) {
    waiting.splice(waiting.indexOf(index), 1);
    pushEvent(world.queue, world.now + operations[index]!.when!.after, OPERATION, index);
    world.operationsDue++;
  }
  return held.length > 0;
}

function holds(world: World, condition: Condition): boolean {
  switch (condition.kind) {
    case 'pool': {
      const pool = world.pools.findLast(({ input, isAwaited }) => {
        return !isAwaited && isNamed(input.id, condition.poolId);
      });
      if (pool === undefined) return false;
      if (condition.state !== undefined && poolState(pool) !== condition.state) return false;
      return condition.numbers.every(([name, { above = -Infinity, below = Infinity }]) => {
        const value = poolNumber(pool, name);
        return value > above && value < below;
      });
    }
    case 'job': {
      const job = world.jobs.findLast(({ input }) => isNamed(input.id, condition.jobId));
      return job?.state === condition.state;
    }
    case 'task':
      return taskState(world, condition.jobId, condition.taskId) === condition.state;
  }
}

function isNamed(id: string, wanted: string): boolean {
  return id.toLowerCase() === wanted.toLowerCase();
}

function poolState({ state, resize }: PoolState): PoolConditionState {
  if (state !== 'active') return state;
  if (resize === undefined) return 'steady';
  return resize.stopping ? 'stopping' : 'resizing';
}

function poolNumber(pool: PoolState, name: PoolNumber): number {
  switch (name) {
    case 'currentDedicatedNodes':
      return pool.nodeTime[DEDICATED].present;
    case 'currentLowPriorityNodes':
      return pool.nodeTime[SPOT].present;
    case 'idleNodes':
      return pool.series.levels[LEVEL_IDLE]!;
    case 'preemptedNodes':
      return pool.preemptedNodes;
    case 'activeTasks':
    case 'runningTasks':
    case 'succeededTasks':
    case 'failedTasks':
      return pool[name];
  }
}

function taskState(world: World, jobId: string, taskId: string): WireTaskState | undefined {
  const job = world.jobs.findLast(({ input }) => isNamed(input.id, jobId));
  const named = job && world.namedTasks[job.index]?.get(taskId.toLowerCase());
  switch (named?.kind) {
    case 'completed':
      return 'completed';
    case 'in-flight': {
      const state = world.tasks.state[named.task];
      return state === RUNNING ? 'running' : state === PREPARING ? 'preparing' : 'active';
    }
    default:
      return undefined;
  }
}
