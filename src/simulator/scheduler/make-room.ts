import type { JobState } from '../job/job-state.js';
import type { PoolState } from '../pool/pool-state.js';
import { isJobManager, needsDedicatedNode } from '../task/job-manager.js';
import { detachGang } from '../task/multi-instance/detach-gang.js';
import { instancesOf, primaryOf } from '../task/multi-instance/instances.js';
import { detachTask, reactivateTask } from '../task/task-lifecycle.js';
import { QUEUED } from '../task/task-state.js';
import type { World } from '../world.js';
import { addFreeNode, deleteFreeNode } from './free-slots.js';
import { fillNode, fillNodes, hostsInstances, offerReturnedTask, tryPlace } from './place.js';
import { byAge, servesJob } from './preempt-tasks.js';
import { removeTask, waitingLines } from './task-queue.js';

/**
 * A job manager task that must restart has found no node: the service may stop one running task of the pool and requeue it, never one of
 * a job of higher priority (service.md section 3.4). Whether it does is up to sched.job_manager_makes_room. Another job manager task is
 * not stopped, or the two would take turns without end.
 */
export function makeRoomForManager(world: World, job: JobState): void {
  const { tasks, parameters, pools } = world;
  const { managerTask: manager } = job;
  job.managerRestarts = false;
  if (manager < 0 || tasks.state[manager] !== QUEUED) return;
  const pool = pools[job.pool]!;
  if (parameters['sched.job_manager_makes_room'] === 'no' || isBehindOthers(pool, job)) return;
  const victim = victimOf(world, pool, job);
  if (victim === undefined) return;
  removeTask(pool.queue, tasks, manager, job.priority);
  const freed = stopTask(world, pool, victim);
  tryPlace(world, pool, manager);
  for (const node of freed) deleteFreeNode(pool.free, node, world.nodes.freeSlots[node]!);
  reactivateTask(world, pool, victim);
  if (hostsInstances(pool)) fillNodes(world, pool, freed);
  else for (const node of freed) fillNode(world, pool, node);
  offerReturnedTask(world, pool, victim);
}

/** Across jobs only their priority counts, so tasks of a job of higher priority have the next room. */
function isBehindOthers({ queue }: PoolState, { priority }: JobState): boolean {
  return (
    waitingLines({ ...queue, levels: queue.levels.filter((one) => one.priority > priority) })
      .length > 0
  );
}

/** The task that is stopped: of the lowest priority, then as sched.preempted_task says. */
function victimOf(world: World, pool: PoolState, job: JobState): number | undefined {
  const { tasks, nodes, jobs } = world;
  const dedicatedOnly = needsDedicatedNode(tasks, job.managerTask);
  const required = tasks.requiredSlots[job.managerTask]!;
  const priorityOf = (task: number): number => jobs[tasks.job[task]!]!.priority;
  const found = new Set<number>();
  for (const node of pool.members) {
    if (!servesJob(world, job, dedicatedOnly, node)) continue;
    for (let task = nodes.firstTask[node]!; task >= 0; task = tasks.next[task]!) {
      const primary = primaryOf(tasks, task);
      if (isJobManager(tasks, primary) || priorityOf(primary) > job.priority) continue;
      if (nodes.freeSlots[node]! + tasks.requiredSlots[task]! >= required) found.add(primary);
    }
  }
  const order = byAge(world);
  return [...found].sort((a, b) => priorityOf(a) - priorityOf(b) || order(a, b))[0];
}

/** Takes a task off its nodes, whose slots are then offered; returns them. */
function stopTask(world: World, pool: PoolState, task: number): readonly number[] {
  const { tasks, nodes, counts } = world;
  tasks.requeues[task]!++;
  counts.requeues++;
  if (instancesOf(tasks, task) > 0) {
    const freed = detachGang(world, pool, task, 'requeued');
    for (const node of freed) addFreeNode(pool.free, node, nodes.freeSlots[node]!);
    return freed;
  }
  const node = tasks.node[task]!;
  deleteFreeNode(pool.free, node, nodes.freeSlots[node]!);
  detachTask(world, pool, task, 'requeued');
  nodes.freeSlots[node]! += tasks.requiredSlots[task]!;
  addFreeNode(pool.free, node, nodes.freeSlots[node]!);
  return [node];
}
