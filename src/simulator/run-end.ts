import { quantaPerHour, type Quanta } from '../base/time/quanta.js';
import { blockedTasks, type StalledTask } from './dependencies/blocked-tasks.js';
import { hasBars, isBarred } from './job/barred-nodes.js';
import { isEnding, type JobState } from './job/job-state.js';
import { DEDICATED } from './node/node-state.js';
import { REST_CHECK } from './kernel/event-kind.js';
import { pushEvent } from './kernel/event-queue.js';
import type { PoolState } from './pool/pool-state.js';
import { hostsInstances } from './scheduler/place.js';
import { allNeedMoreThan, queuedTasks, waitingLines } from './scheduler/task-queue.js';
import type { World } from './world.js';

/** Why a run is over. `stalled` carries tasks (slots of the task store) that can never end. */
export type RunOver =
  | { readonly reason: 'drained' | 'time' }
  | {
      readonly reason: 'stalled';
      readonly tasks: readonly StalledTask[];
    };

/**
 * A pool without nodes that nothing has changed for this long will not change any more: formulas that follow the clock repeat
 * within a week.
 */
export const stallAfter: Quanta = 8 * 24 * quantaPerHour;

const namedTasks = 10;

/** Whether the run is over once the workload has ended; undefined while something can still happen. */
export function runOver(world: World): RunOver | undefined {
  if (world.input.until.kind === 'time') return undefined;
  if (world.arrival !== undefined) return undefined;
  if (world.counts.onNodes + world.counts.released > 0) return undefined;
  if (world.operationsTried < world.operationsDue) return undefined;
  if (world.jobs.some(({ state }) => state === 'terminating' || state === 'deleting'))
    return undefined;
  if (world.schedules.some(({ awaitedEvent }) => awaitedEvent >= 0)) return undefined;
  if (world.tasks.inFlight > world.counts.abandoned) return stall(world);
  return world.pools.every((pool) => isAtRest(world, pool)) ? { reason: 'drained' } : undefined;
}

/** A pool is at rest when it is empty, or unchanged for the longer of one hour and four intervals (design.md section 4). */
function isAtRest(world: World, pool: PoolState): boolean {
  if (pool.resize !== undefined || pool.leaving > 0) return false;
  if (pool.members.length === 0 && pool.autoScaler === undefined) return true;
  if (pool.members.length === 0 && pool.target[0] + pool.target[1] === 0) return true;
  return world.now - pool.lastChange >= restTime(pool);
}

function restTime(pool: PoolState): Quanta {
  return Math.max(quantaPerHour, 4 * (pool.autoScaler?.settings.evaluationInterval ?? 0));
}

function stall(world: World): RunOver | undefined {
  const stalled: StalledTask[] = [];
  if (world.jobs.some((job) => awaitsWallClock(job))) return undefined;
  for (const pool of world.pools) {
    if (pool.queue.length === 0) continue;
    const waits = waitingLines(pool.queue).length > 0;
    const why = waits ? whyStuck(world, pool) : 'its job is disabled';
    if (why === undefined) return undefined;
    for (const task of queuedTasks(pool.queue, world.tasks, namedTasks)) {
      const { state } = world.jobs[world.tasks.job[task]!]!;
      stalled.push({ task, why: state === 'active' ? why : 'its job is disabled' });
    }
  }
  const blocked = world.counts.blocked === 0 ? [] : blockedTasks(world, namedTasks);
  return { reason: 'stalled', tasks: [...stalled, ...blocked].slice(0, namedTasks) };
}

/** Whether the longest time of a job will end it with the tasks that it still has. */
function awaitsWallClock(job: JobState): boolean {
  return job.wallClockEvent >= 0 && job.unfinished > 0 && !isEnding(job);
}

/** Why no queued task of a pool can ever start; undefined where one still may. */
function whyStuck(world: World, pool: PoolState): string | undefined {
  const { taskSlotsPerNode, id } = pool.input;
  if (pool.isAwaited) return `there is no pool ${id}`;
  if (pool.state === 'deleted') return `pool ${id} was deleted`;
  if (allNeedMoreThan(pool.queue, taskSlotsPerNode)) {
    return `requiredSlots is larger than the ${taskSlotsPerNode} task slots of a node in pool ${id}`;
  }
  const barred = barredEverywhere(world, pool);
  if (barred !== undefined) return barred;
  const dedicated = dedicatedStuck(world, pool);
  if (dedicated !== undefined) return dedicated;
  const instances = instancesStuck(world, pool);
  if (instances !== undefined) return instances;
  if (pool.members.length > 0) return undefined;
  const seeks = pool.seekEvent >= 0;
  if (pool.autoScaler === undefined && pool.resize === undefined && !seeks)
    return `pool ${id} has no nodes, no open resize and no formula`;
  if (seeks && world.now - pool.lastChange >= stallAfter)
    return `pool ${id} has sought spot nodes for 8 days`;
  return world.now - pool.lastChange >= stallAfter
    ? `the formula has kept pool ${id} without nodes for 8 days`
    : undefined;
}

/** A preparation task that failed on all nodes lets its job wait for ever (service.md section 3.5); only new nodes could change that. */
function barredEverywhere(world: World, pool: PoolState): string | undefined {
  if (!hasBars(world) || pool.members.length === 0) return undefined;
  const waiting = pool.queue.levels
    .flatMap(({ jobs }) => jobs)
    .filter(({ lines }) => lines.some(({ length }) => length > 0));
  const areBarred = waiting.every(({ job }) =>
    pool.members.every((node) => isBarred(world, job, node)),
  );
  const mayGrow = pool.autoScaler !== undefined || pool.resize !== undefined || pool.seekEvent >= 0;
  if (!areBarred || (mayGrow && world.now - pool.lastChange < stallAfter)) return undefined;
  const { id } = world.jobs[waiting[0]!.job]!.input;
  return `the preparation task of job ${id} has failed on every node of pool ${pool.input.id}`;
}

/** Why nothing but job manager tasks that may not run on spot nodes wait, and none of them can ever start. */
function dedicatedStuck(world: World, pool: PoolState): string | undefined {
  if (waitingLines(pool.queue).some(({ dedicatedOnly }) => !dedicatedOnly)) return undefined;
  if (pool.members.some((node) => world.nodes.kind[node] === DEDICATED)) return undefined;
  const isFixed = pool.autoScaler === undefined && pool.resize === undefined;
  return isFixed || world.now - quietSince(world, pool) >= stallAfter
    ? `its allowLowPriorityNode is false, and pool ${pool.input.id} has no dedicated node`
    : undefined;
}

/** When a task of a pool last ended or came. */
function quietSince(world: World, pool: PoolState): Quanta {
  const newest = queuedTasks(pool.queue, world.tasks, Infinity).at(-1)!;
  return Math.max(world.lastTaskEnd, world.tasks.submitTime[newest]!);
}

/** Why nothing but multi-instance tasks wait, and none of them can ever start. */
function instancesStuck(world: World, pool: PoolState): string | undefined {
  const lines = waitingLines(pool.queue);
  if (lines.some(({ instances }) => instances === 0)) return undefined;
  const { id } = pool.input;
  if (!hostsInstances(pool)) {
    return `multi-instance tasks need enableInterNodeCommunication and one task slot a node, and pool ${id} has not both`;
  }
  const fewest = Math.min(...lines.map(({ instances }) => instances));
  const isFixed = pool.autoScaler === undefined && pool.resize === undefined && pool.seekEvent < 0;
  if (isFixed && fewest > pool.members.length)
    return `a multi-instance task needs ${fewest} nodes at once, and pool ${id} has ${pool.members.length} and no formula`;
  return world.now - quietSince(world, pool) >= stallAfter
    ? `a multi-instance task needs ${fewest} nodes at once, which pool ${id} has not had for 8 days`
    : undefined;
}

/** The end of a run in which no event is left, although some pool may still have nodes: they take no tasks and nobody mends them. */
export function nothingPending(world: World): RunOver {
  if (world.tasks.inFlight === world.counts.abandoned) return { reason: 'drained' };
  const why = 'no node takes tasks, and nothing is left that could change that';
  const queued = world.pools
    .flatMap((pool) => queuedTasks(pool.queue, world.tasks, namedTasks))
    .map((task) => ({ task, why }));
  return {
    reason: 'stalled',
    tasks: [...queued, ...blockedTasks(world, namedTasks)].slice(0, namedTasks),
  };
}

/** Makes sure that the run looks at itself again when its pools may have come to rest. */
export function scheduleRestChecks(world: World): void {
  for (const pool of world.pools) {
    const at = pool.lastChange + restTime(pool);
    if (pool.members.length > 0 && at > world.now) pushEvent(world.queue, at, REST_CHECK, 0);
  }
}
