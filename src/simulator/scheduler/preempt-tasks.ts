import type { JobState } from '../job/job-state.js';
import { IDLE, RUNNING_TASKS } from '../node/node-state.js';
import type { PoolState } from '../pool/pool-state.js';
import { detachGang } from '../task/multi-instance/detach-gang.js';
import { instancesOf, primaryOf } from '../task/multi-instance/instances.js';
import { detachTask, reactivateTask } from '../task/task-lifecycle.js';
import type { World } from '../world.js';
import { mayRunOn } from './eligible-nodes.js';
import { deleteFreeNode } from './free-slots.js';
import { fillNode, fillNodes, hostsInstances, offerReturnedTask } from './place.js';
import { waitingLinesOf } from './task-queue.js';

/**
 * Lets waiting tasks of a job requeue running ones of jobs of lower priority that allow it (service.md sections 3.2 and 5). Which ones
 * and when is not documented: at once, as few as make room on one node, the newest or oldest attempts first (sched.preempted_task).
 */
export function preemptTasks(world: World, job: JobState): void {
  const pool = world.pools[job.pool];
  if (pool === undefined) return;
  for (;;) {
    const victims = job.isOpen ? victimsFor(world, pool, job) : undefined;
    if (victims === undefined) return;
    requeueTogether(world, pool, victims);
  }
}

/** Tasks whose slots a waiting task of the job could have; undefined where none are enough. */
function victimsFor(world: World, pool: PoolState, job: JobState): number[] | undefined {
  for (const line of waitingLinesOf(pool.queue, job.index)) {
    const { requiredSlots, instances, dedicatedOnly } = line;
    if (instances > 0 && !hostsInstances(pool)) continue;
    const nodes = pool.members.filter((node) => servesJob(world, job, dedicatedOnly, node));
    const victims =
      instances > 0
        ? victimsOnNodes(world, job, nodes, instances)
        : victimsOnOneNode(world, job, nodes, requiredSlots);
    if (victims !== undefined) return victims;
  }
  return undefined;
}

/** Whether a node that takes tasks may run those of a job. */
export function servesJob(
  world: World,
  job: JobState,
  dedicatedOnly: boolean,
  node: number,
): boolean {
  const { nodes } = world;
  const state = nodes.state[node];
  return (
    (state === IDLE || state === RUNNING_TASKS) &&
    nodes.draining[node] === 0 &&
    nodes.schedulingDisabled[node] === 0 &&
    mayRunOn(world, job.index, dedicatedOnly, node)
  );
}

function victimsOnOneNode(
  world: World,
  job: JobState,
  nodes: readonly number[],
  requiredSlots: number,
): number[] | undefined {
  let best: number[] | undefined;
  for (const node of nodes) {
    let free = world.nodes.freeSlots[node]!;
    const victims: number[] = [];
    for (const task of preemptibleOn(world, job, node)) {
      if (free >= requiredSlots) break;
      free += world.tasks.requiredSlots[task]!;
      victims.push(task);
    }
    if (free < requiredSlots || victims.length === 0) continue;
    const goesFirst =
      best === undefined ||
      victims.length < best.length ||
      (victims.length === best.length && byAge(world)(victims[0]!, best[0]!) < 0);
    if (goesFirst) best = victims;
  }
  return best;
}

/** The same for a task that needs a whole node for each of its instances. */
function victimsOnNodes(
  world: World,
  job: JobState,
  nodes: readonly number[],
  instances: number,
): number[] | undefined {
  let free = nodes.filter((node) => world.nodes.freeSlots[node]! > 0).length;
  const victims = new Set<number>();
  for (const node of nodes) {
    if (free >= instances) break;
    const [task] = preemptibleOn(world, job, node);
    if (task === undefined || victims.has(task)) continue;
    victims.add(task);
    free += Math.max(1, instancesOf(world.tasks, task));
  }
  return free >= instances && victims.size > 0 ? [...victims] : undefined;
}

function preemptibleOn(world: World, { priority }: JobState, node: number): number[] {
  const { tasks, nodes, jobs } = world;
  const found = new Set<number>();
  for (let task = nodes.firstTask[node]!; task >= 0; task = tasks.next[task]!) {
    const primary = primaryOf(tasks, task);
    const holder = jobs[tasks.job[primary]!]!;
    if (holder.allowTaskPreemption && holder.priority < priority) found.add(primary);
  }
  return [...found].sort(byAge(world));
}

/** The order in which tasks are requeued. */
export function byAge({ tasks, parameters }: World): (a: number, b: number) => number {
  const newestFirst = parameters['sched.preempted_task'] === 'newest' ? 1 : -1;
  const { assignedAt, number } = tasks;
  return (a, b) => newestFirst * (assignedAt[b]! - assignedAt[a]! || number[b]! - number[a]!);
}

/** Their slots are given away only when all of them are free, or smaller tasks would take them one by one. */
function requeueTogether(world: World, pool: PoolState, victims: readonly number[]): void {
  const { tasks, nodes, counts } = world;
  const freed = new Set<number>();
  for (const task of victims) {
    tasks.requeues[task]!++;
    counts.requeues++;
    if (instancesOf(tasks, task) > 0) {
      for (const node of detachGang(world, pool, task, 'requeued')) freed.add(node);
      continue;
    }
    const node = tasks.node[task]!;
    if (!freed.has(node)) deleteFreeNode(pool.free, node, nodes.freeSlots[node]!);
    freed.add(node);
    detachTask(world, pool, task, 'requeued');
    nodes.freeSlots[node]! += tasks.requiredSlots[task]!;
  }
  for (const task of victims) reactivateTask(world, pool, task);
  if (hostsInstances(pool)) fillNodes(world, pool, [...freed]);
  else for (const node of freed) fillNode(world, pool, node);
  for (const task of victims) offerReturnedTask(world, pool, task);
}
