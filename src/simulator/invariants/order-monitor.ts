import { hasBars, isBarred } from '../job/barred-nodes.js';
import { waitingTasks } from '../scheduler/task-queue.js';
import { DEDICATED } from '../node/node-state.js';
import { isJobManager, needsDedicatedNode } from '../task/job-manager.js';
import { instancesOf } from '../task/multi-instance/instances.js';
import { QUEUED } from '../task/task-state.js';
import type { World } from '../world.js';

export const schedulingOrder =
  'a task does not pass one of higher priority or an earlier one of its job';

interface Waiting {
  readonly task: number;
  readonly number: number;
  readonly job: number;
  readonly slots: number;
  readonly instances: number;
  readonly isManager: boolean;
  readonly dedicatedOnly: boolean;
  readonly pool: number;
  /** Whether the job might start tasks before the event. */
  readonly wasOpen: boolean;
}

/**
 * Remembers which tasks waited before an event and looks at those that were given to nodes in it: no other task that would have fit
 * and should have gone first may still wait (service.md section 5, rules 2 to 4; within a job by order of submission, as observed, unless sched.returned_tasks says otherwise).
 * Tasks that need more slots or nodes may be passed (rule 7). Priorities are those after the event: only updateJob changes them, before it
 * lets anything start. Call the answer after every event.
 */
export function createOrderMonitor(world: World): () => string | undefined {
  let before: Waiting[] = [];
  return () => {
    const { tasks } = world;
    const known = before.filter(({ task, number }) => tasks.number[task] === number);
    const still = known.filter(({ task }) => tasks.state[task] === QUEUED);
    const placed = known.filter(({ task }) => tasks.node[task]! >= 0);
    before = waiting(world);
    for (const first of placed) {
      const passed = still.find(
        (other) => goesBefore(world, other, first) && !couldNotStart(world, other, first),
      );
      if (passed !== undefined) return `task ${first.number} passed task ${passed.number}`;
    }
    return undefined;
  };
}

/** Whether a task could not have had the node of another: its job may start none, its preparation task failed there, or it is a spot node. */
function couldNotStart(world: World, a: Waiting, b: Waiting): boolean {
  if (!a.wasOpen || !world.jobs[a.job]!.isOpen) return true;
  const node = world.tasks.node[b.task]!;
  if (a.dedicatedOnly && world.nodes.kind[node] !== DEDICATED) return true;
  if (!hasBars(world)) return false;
  return a.instances > 1 || isBarred(world, a.job, node);
}

function goesBefore(world: World, a: Waiting, b: Waiting): boolean {
  if (a.pool !== b.pool || a.slots > b.slots || a.instances > b.instances) return false;
  const lead = world.jobs[a.job]!.priority - world.jobs[b.job]!.priority;
  if (lead !== 0) return lead > 0;
  if (a.job === b.job) {
    if (a.isManager || b.isManager) return a.isManager;
    return world.parameters['sched.returned_tasks'] === 'old-place' && a.number < b.number;
  }
  return world.pools[a.pool]!.input.jobDefaultOrder === 'creationtime' && a.job < b.job;
}

function waiting(world: World): Waiting[] {
  const { tasks, jobs } = world;
  return world.pools.flatMap((pool) =>
    waitingTasks(pool.queue, tasks).map((task) => ({
      task,
      number: tasks.number[task]!,
      job: tasks.job[task]!,
      slots: tasks.requiredSlots[task]!,
      instances: instancesOf(tasks, task),
      pool: pool.index,
      isManager: isJobManager(tasks, task),
      dedicatedOnly: needsDedicatedNode(tasks, task),
      wasOpen: jobs[tasks.job[task]!]!.isOpen,
    })),
  );
}
