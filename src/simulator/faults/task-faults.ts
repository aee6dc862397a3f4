import type { PoolState } from '../pool/pool-state.js';
import { createTaskDetail } from '../task/task-detail.js';
import { nodesOfTask } from '../task/multi-instance/instances.js';
import type { World } from '../world.js';
import { activeFaults } from './active-faults.js';

/** How many times as long the command of an attempt that starts now runs: the slowest of its nodes counts. */
export function slowdown(world: World, pool: PoolState, task: number): number {
  let slowest = 1;
  for (const { fault, draws, index } of activeFaults(pool.activeFaults, 'slowNodes')) {
    const isSlow = (node: number): boolean =>
      draws.uniform(world.nodes.number[node]!, index) < fault.share;
    if (fault.factor > slowest && nodesOfTask(world.tasks, task).some(isSlow))
      slowest = fault.factor;
  }
  return slowest;
}

/** The exit code with which a fault lets an attempt end that starts now; undefined where none does. */
export function faultyExitCode(world: World, pool: PoolState, task: number): number | undefined {
  const { number, retries } = world.tasks;
  for (const { fault, draws } of activeFaults(pool.activeFaults, 'taskFailure')) {
    // An attempt that is cut short is repeated with the same fate.
    if (draws.uniform(number[task]!, retries[task]) < fault.share) return fault.exitCode;
  }
  return undefined;
}

/** Gives a plain task the detail that an end of its own needs, where a fault lets the attempt fail. */
export function detailIfFaulty(world: World, pool: PoolState, task: number): void {
  const { tasks } = world;
  if (tasks.detailed[task] !== 0 || faultyExitCode(world, pool, task) === undefined) return;
  tasks.detailed[task] = 1;
  tasks.details.set(task, createTaskDetail({}, tasks.submitTime[task]!));
}

/** Share of the runs of preparation tasks that fail now: their own, and what faults leave of the rest. */
export function preparationFailureShare(pool: PoolState, own: number): number {
  return activeFaults(pool.activeFaults, 'preparationTaskFailure').reduce(
    (share, { fault }) => 1 - (1 - share) * (1 - fault.share),
    own,
  );
}
