import { blockTask } from '../dependencies/block-task.js';
import { logTaskState } from '../log/task-events.js';
import { offerReturnedTask } from '../scheduler/place.js';
import type { World } from '../world.js';
import { countActive } from './active-count.js';
import { isJobManager } from './job-manager.js';
import { trackTask } from './named-tasks.js';
import type { CompletedTask } from './named-task.js';
import { uncountCompleted } from '../job/task-counts.js';
import { awaitExpiry } from './task-expiry.js';
import { QUEUED } from './task-state.js';
import { allocateTask } from './task-store.js';

/** Makes a completed task active again with a retryCount of 0 (service.md section 4.1, reactivate). It keeps its submission. */
export function reviveTask(world: World, job: number, completed: CompletedTask): void {
  const { tasks, counts, failureCodes } = world;
  const task = allocateTask(tasks);
  tasks.job[task] = job;
  tasks.number[task] = completed.number;
  tasks.sourceIndex[task] = completed.sourceIndex;
  tasks.submitTime[task] = completed.submitTime;
  tasks.runTime[task] = completed.runTime;
  tasks.requiredSlots[task] = completed.requiredSlots;
  tasks.exitCode[task] = completed.exitCode;
  tasks.firstStart[task] = completed.firstStart;
  tasks.requeues[task] = completed.requeues;
  tasks.recoveries[task] = completed.recoveries;
  tasks.attempts[task] = 0;
  tasks.retries[task] = 0;
  tasks.state[task] = QUEUED;
  tasks.node[task] = -1;
  tasks.startedAt[task] = -1;
  tasks.awaitedEvent[task] = -1;
  tasks.detailed[task] = completed.detail === undefined ? 0 : 1;
  if (completed.detail !== undefined) tasks.details.set(task, completed.detail);

  const revived = world.jobs[job]!;
  revived.unfinished++;
  uncountCompleted(revived, completed.outcome);
  if (isJobManager(tasks, task)) {
    revived.managerTask = task;
    revived.managerEnded = false;
  }
  counts[completed.outcome]--;
  const { failure } = completed;
  if (failure !== undefined) {
    const left = failureCodes.get(failure)! - 1;
    if (left === 0) failureCodes.delete(failure);
    else failureCodes.set(failure, left);
  }
  const pool = world.pools[world.jobs[job]!.pool]!;
  countActive(world, pool, task, 1);
  if (world.log !== undefined) logTaskState(world.log, world, task, 'completed', 'active');
  trackTask(world, world.namedTasks[job]!, task);
  awaitExpiry(world, completed.submitTime);
  if (!blockTask(world, pool, task)) offerReturnedTask(world, pool, task);
}
