import { isBarred } from '../job/barred-nodes.js';
import { TASK_EXPIRY } from '../kernel/event-kind.js';
import { countPending } from '../kernel/event-queue.js';
import { bytesForTasks, bytesOfTasks } from '../node/node-disk.js';
import { isLeaving } from '../node/node-lifecycle.js';
import {
  DEDICATED,
  IDLE,
  nodeStates,
  PREEMPTED,
  REQUESTED,
  RUNNING_TASKS,
  SPOT,
} from '../node/node-state.js';
import type { PoolState } from '../pool/pool-state.js';
import { hostsInstances } from '../scheduler/place.js';
import { instancesOf, primaryOf } from '../task/multi-instance/instances.js';
import {
  ABANDONED,
  ASSIGNED,
  PREPARING,
  QUEUED,
  RETIRED,
  RUNNING,
  SUBTASK,
} from '../task/task-state.js';
import { serviceLimits } from '../service-limits.js';
import type { World } from '../world.js';

/** What must hold after every event (service.md section 14), as a question to one pool; the answer is what is wrong. */
export type Invariant = (world: World, pool: PoolState) => string | undefined;

function tasksOn(world: World, node: number): number[] {
  const found: number[] = [];
  const { tasks, nodes } = world;
  for (let task = nodes.firstTask[node]!; task >= 0; task = tasks.next[task]!) found.push(task);
  return found;
}

function presentNodes(world: World, pool: PoolState): number[] {
  return pool.members.filter((node) => world.nodes.state[node] !== REQUESTED);
}

/** Looks for the first member of a list about which something is wrong. */
function firstWrong(
  list: readonly number[],
  wrong: (item: number) => string | undefined,
): string | undefined {
  for (const item of list) {
    const text = wrong(item);
    if (text !== undefined) return text;
  }
  return undefined;
}

export const invariants: Readonly<Record<string, Invariant>> = {
  'slots in use are those of the tasks on the node, and never more than it has': (world, pool) =>
    firstWrong(presentNodes(world, pool), (node) => {
      const { tasks, nodes } = world;
      const used = tasksOn(world, node).reduce((sum, task) => sum + tasks.requiredSlots[task]!, 0);
      const free = nodes.freeSlots[node]!;
      return used + free === pool.input.taskSlotsPerNode
        ? undefined
        : `node ${nodes.number[node]}: ${used} slots used, ${free} free`;
    }),

  'tasks take no more of the disk of a node than there is for them': (world, pool) =>
    pool.input.diskBytes === undefined
      ? undefined
      : firstWrong(presentNodes(world, pool), (node) => {
          const taken = bytesOfTasks(world, node);
          const room = bytesForTasks(world, pool, node);
          return taken <= room
            ? undefined
            : `node ${world.nodes.number[node]}: ${taken} of ${room} bytes`;
        }),

  'a task on a node is assigned, running or an instance of one, and knows its node': (
    world,
    pool,
  ) =>
    firstWrong(presentNodes(world, pool), (node) =>
      firstWrong(tasksOn(world, node), (task) => {
        const state = world.tasks.state[primaryOf(world.tasks, task)];
        const isHeld = state === ASSIGNED || state === PREPARING || state === RUNNING;
        const right = isHeld && world.tasks.node[task] === node;
        return right ? undefined : `task ${world.tasks.number[task]} is in state ${state}`;
      }),
    ),

  'a node is running exactly while tasks are on it, unless it is on its way out': (world, pool) =>
    firstWrong(presentNodes(world, pool), (node) => {
      const { nodes } = world;
      const state = nodes.state[node]!;
      const busy = nodes.firstTask[node]! >= 0;
      if (nodes.draining[node] !== 0) return undefined;
      const right = busy ? state === RUNNING_TASKS : state !== RUNNING_TASKS;
      return right ? undefined : `node ${nodes.number[node]} is ${nodeStates[state]}`;
    }),

  'only nodes that are idle or running, enabled and not draining are offered tasks': (
    world,
    pool,
  ) =>
    firstWrong(pool.members, (node) => {
      const { nodes } = world;
      const free = nodes.freeSlots[node]!;
      const offered = pool.free.byFree.some((set, slots) => slots > 0 && hasNode(set, node));
      const state = nodes.state[node];
      const serves =
        (state === IDLE || state === RUNNING_TASKS) &&
        nodes.draining[node] === 0 &&
        nodes.schedulingDisabled[node] === 0;
      return offered === (serves && free > 0)
        ? undefined
        : `node ${nodes.number[node]} is ${offered ? '' : 'not '}offered`;
    }),

  'no queued task would fit on a node that takes tasks': (world, pool) => {
    const { nodes } = world;
    const serving = pool.members.filter((node) => {
      const state = nodes.state[node];
      const up = state === IDLE || state === RUNNING_TASKS;
      return up && nodes.draining[node] === 0 && nodes.schedulingDisabled[node] === 0;
    });
    for (const { job, lines } of pool.queue.levels.flatMap(({ jobs }) => jobs)) {
      for (const { length, requiredSlots, instances, dedicatedOnly } of lines) {
        const open = serving.filter(
          (node) =>
            !isBarred(world, job, node) && (!dedicatedOnly || world.nodes.kind[node] === DEDICATED),
        );
        if (length === 0 || (instances > 0 && !hostsInstances(pool))) continue;
        const fitting = open.filter((node) => nodes.freeSlots[node]! >= requiredSlots).length;
        if (fitting >= Math.max(1, instances))
          return `a task of ${requiredSlots} slots and ${instances} instances waits beside ${fitting} nodes`;
      }
    }
    return undefined;
  },

  'a multi-instance task has an instance on each of its nodes': (world, pool) => {
    const { tasks } = world;
    const onNodes = pool.members.flatMap((node) => tasksOn(world, node));
    return firstWrong(onNodes, (task) => {
      const instances = instancesOf(tasks, primaryOf(tasks, task));
      if (instances === 0) return undefined;
      const members = [task, ...(tasks.details.get(task)!.subtasks ?? [])];
      if (tasks.state[task] === SUBTASK) return undefined;
      const nodes = new Set(members.map((member) => tasks.node[member]));
      return nodes.size === instances
        ? undefined
        : `task ${tasks.number[task]} of ${instances} instances is on ${nodes.size} nodes`;
    });
  },

  'counts of nodes follow from the nodes': (world, pool) => {
    const { nodes } = world;
    for (const kind of [DEDICATED, SPOT] as const) {
      const ofKind = pool.members.filter((node) => nodes.kind[node] === kind);
      const requested = ofKind.filter((node) => nodes.state[node] === REQUESTED).length;
      const staying = ofKind.filter((node) => !isLeaving(nodes, node)).length;
      if (requested !== pool.requested[kind])
        return `${requested} requested, ${pool.requested[kind]} counted`;
      if (staying !== pool.staying[kind])
        return `${staying} staying, ${pool.staying[kind]} counted`;
      const present = ofKind.length - requested;
      if (present !== pool.nodeTime[kind].present) return `${present} present`;
    }
    const leaving = pool.members.filter((node) => isLeaving(nodes, node)).length;
    return leaving === pool.leaving ? undefined : `${leaving} leaving, ${pool.leaving} counted`;
  },

  'usable and preempted nodes are counted': (world, pool) => {
    const states = pool.members.map((node) => world.nodes.state[node]);
    const usable = states.filter((state) => state === IDLE || state === RUNNING_TASKS).length;
    const preempted = states.filter((state) => state === PREEMPTED).length;
    if (usable !== pool.usableNodes) return `${usable} usable, ${pool.usableNodes} counted`;
    return preempted === pool.preemptedNodes ? undefined : `${preempted} preempted`;
  },

  'a dedicated node is never preempted': (world, pool) =>
    firstWrong(pool.members, (node) =>
      world.nodes.kind[node] === DEDICATED && world.nodes.state[node] === PREEMPTED
        ? `node ${world.nodes.number[node]}`
        : undefined,
    ),

  'active and running tasks are counted': (world, pool) => {
    const { tasks } = world;
    const onNodes = pool.members
      .flatMap((node) => tasksOn(world, node))
      .filter((task) => tasks.state[task] !== SUBTASK);
    const running = onNodes.filter((task) => tasks.state[task] !== ASSIGNED).length;
    const active = pool.queue.length + pool.releasedTasks + onNodes.length - running;
    if (running !== pool.runningTasks) return `${running} running, ${pool.runningTasks} counted`;
    return active === pool.activeTasks
      ? undefined
      : `${active} active, ${pool.activeTasks} counted`;
  },

  'every task in flight is queued, on a node or waits for its parents': (world, pool) => {
    if (pool.index > 0) return undefined;
    const queued = world.pools.reduce((sum, { queue }) => sum + queue.length, 0);
    const { inFlight } = world.tasks;
    const { onNodes, blocked, released, abandoned } = world.counts;
    const { submitted, succeeded, failed, terminated } = world.counts;
    if (queued + onNodes + blocked + released + abandoned !== inFlight)
      return `${inFlight} in flight, ${queued} queued, ${onNodes} on nodes, ${blocked} blocked, ${abandoned} abandoned`;
    return submitted === inFlight + succeeded + failed + terminated
      ? undefined
      : 'tasks were lost or doubled';
  },

  'attempts stay within retries, requeues and recoveries': (world, pool) =>
    firstWrong(
      pool.members.flatMap((node) => tasksOn(world, node)),
      (task) => {
        const { tasks } = world;
        const most = 1 + tasks.retries[task]! + tasks.requeues[task]! + tasks.recoveries[task]!;
        return tasks.attempts[task]! <= most
          ? undefined
          : `task ${tasks.number[task]}: ${tasks.attempts[task]} attempts, at most ${most} explained`;
      },
    ),

  'an attempt ends within maxWallClockTime': (world, pool) =>
    firstWrong(
      pool.members.flatMap((node) => tasksOn(world, node)),
      (task) => {
        const { tasks, now } = world;
        const { attempt, settings } = tasks.details.get(task) ?? {};
        const longest = settings?.maxWallClockTime;
        if (tasks.state[task] !== RUNNING || longest === undefined) return undefined;
        const lasted = now - tasks.startedAt[task]!;
        // One that an update has just made too long ends now.
        return lasted <= longest || lasted === attempt!.duration
          ? undefined
          : `task ${tasks.number[task]} runs for ${lasted} quanta, allowed are ${longest}`;
      },
    ),

  'no task outlives 180 days': (world, pool) => {
    if (pool.index > 0) return undefined;
    const { tasks, now } = world;
    for (let task = 0; task < tasks.used; task++) {
      const age = now - tasks.submitTime[task]!;
      const state = tasks.state[task];
      // What a completed job has left active stays so for ever (service.md section 3.1).
      const isLeft = state !== RETIRED && state !== ABANDONED;
      if (isLeft && age > serviceLimits.longestTaskLife)
        return `task ${tasks.number[task]} was submitted ${age} quanta ago`;
    }
    return undefined;
  },

  'one event awaits the longest life of the oldest task': ({ queue, tasks, expiry }, pool) => {
    if (pool.index > 0) return undefined;
    const pending = countPending(queue, TASK_EXPIRY);
    if (pending !== (expiry === undefined ? 0 : 1)) return `${pending} are pending`;
    for (let task = 0; task < tasks.used; task++) {
      const state = tasks.state[task];
      if (state === RETIRED || state === SUBTASK || state === ABANDONED) continue;
      if ((expiry?.at ?? Infinity) > tasks.submitTime[task]! + serviceLimits.longestTaskLife)
        return `task ${tasks.number[task]} is awaited too late`;
    }
    return undefined;
  },

  'a queued task holds no node': (world, pool) => {
    const { tasks } = world;
    for (const level of pool.queue.levels) {
      for (const job of level.jobs) {
        for (const line of job.lines) {
          const listed = [...line.returned];
          for (let task = line.head; task >= 0; task = tasks.next[task]!) listed.push(task);
          if (listed.length !== line.length)
            return `a line of ${line.length} tasks has ${listed.length}`;
          const wrong = listed.find(
            (task) => tasks.state[task] !== QUEUED || tasks.node[task] !== -1,
          );
          if (wrong !== undefined) return `task ${tasks.number[wrong]}`;
        }
      }
    }
    return undefined;
  },

  'an open resize has something outstanding': (_, pool) => {
    if (pool.resize === undefined || pool.resize.stopping) return undefined;
    return pool.leaving + pool.requested[DEDICATED] + pool.requested[SPOT] > 0
      ? undefined
      : 'resizing although nothing is missing';
  },

  'a deleted pool has no nodes': (_, pool) =>
    pool.state === 'deleted' && pool.members.length > 0
      ? `${pool.members.length} nodes`
      : undefined,
};

function hasNode(set: { readonly words: Int32Array }, node: number): boolean {
  return ((set.words[node >>> 5] ?? 0) & (1 << (node & 31))) !== 0;
}
