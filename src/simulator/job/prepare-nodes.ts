import { preparationFailureShare } from '../faults/task-faults.js';
import { PREPARATION_END } from '../kernel/event-kind.js';
import { pushEvent } from '../kernel/event-queue.js';
import {
  DEALLOCATED,
  GONE,
  PREEMPTED,
  REBOOTING,
  REIMAGING,
  UNUSABLE,
  UPGRADING_OS,
} from '../node/node-state.js';
import { nodesOfTask } from '../task/multi-instance/instances.js';
import type { World } from '../world.js';
import type { NodePreparation } from './preparation-state.js';
import { specialTaskDraw } from './special-task-draw.js';

/** Where the nodes of a task are with the preparation task of its job. */
export type Preparedness = 'ready' | 'waiting' | 'barred';

/**
 * Runs the preparation task of a job on the nodes of one of its tasks, unless it ran there before (service.md section 3.5), and tells
 * whether the task may start.
 */
export function prepareNodes(world: World, task: number): Preparedness {
  const job = world.tasks.job[task]!;
  const settings = world.jobs[job]!.input.preparationTask;
  if (settings === undefined || world.preparations === undefined) return 'ready';
  const states = nodesOfTask(world.tasks, task).map(
    (node) => preparationOn(world, job, node).state,
  );
  if (!settings.waitForSuccess) return 'ready';
  if (states.includes('failed')) return 'barred';
  return states.includes('running') ? 'waiting' : 'ready';
}

function preparationOn(world: World, job: number, node: number): NodePreparation {
  const { onNode } = world.preparations!;
  let ofNode = onNode.get(node);
  if (ofNode === undefined) onNode.set(node, (ofNode = new Map<number, NodePreparation>()));
  let found = ofNode.get(job);
  if (found === undefined) {
    found = { job, startedAt: 0, succeeds: true, failures: 0, state: 'running', awaitedEvent: -1 };
    ofNode.set(job, found);
    runPreparation(world, node, found);
  }
  return found;
}

/** Starts a run of a preparation task, the first on its node or one after a failure. */
export function runPreparation(world: World, node: number, preparation: NodePreparation): void {
  const { jobs, now } = world;
  const { job, failures } = preparation;
  const { runTime, failureShare: own } = jobs[job]!.input.preparationTask!;
  const failureShare = preparationFailureShare(world.pools[world.nodes.pool[node]!]!, own);
  const { preparationDraws } = world;
  // A job prepares a node once a boot at most.
  const u = failureShare === 0 ? 1 : specialTaskDraw(world, preparationDraws, job, node, failures);
  preparation.succeeds = u >= failureShare;
  preparation.startedAt = now;
  preparation.awaitedEvent = pushEvent(world.queue, now + runTime, PREPARATION_END, node);
}

/**
 * A node changes its state: what it was prepared for is lost with its disk; after a reboot a preparation that had not succeeded, or that
 * asks for it, runs again; a failed one stays so until the node is reimaged.
 */
export function losePreparations(world: World, node: number, to: number): void {
  const preparations = world.preparations!;
  const ofNode = preparations.onNode.get(node);
  if (ofNode === undefined) return;
  switch (to) {
    case GONE:
    case PREEMPTED:
    case REIMAGING:
    case UPGRADING_OS:
    case DEALLOCATED:
      for (const { state } of ofNode.values()) if (state === 'failed') preparations.failed--;
      preparations.onNode.delete(node);
      return;
    case REBOOTING:
    case UNUSABLE:
      for (const [job, { state }] of ofNode) {
        const { rerunOnNodeRebootAfterSuccess } = world.jobs[job]!.input.preparationTask!;
        const stays =
          state === 'failed' || (state === 'succeeded' && !rerunOnNodeRebootAfterSuccess);
        if (!stays) ofNode.delete(job);
      }
  }
}
