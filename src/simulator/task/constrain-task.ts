import type { TaskConstraints } from '../../workload/task-settings.js';
import { TASK_END } from '../kernel/event-kind.js';
import { pushEvent, timeOfEvent } from '../kernel/event-queue.js';
import { logTaskUpdate } from '../log/task-update-events.js';
import type { World } from '../world.js';
import { withinWallClock } from './attempt.js';
import { createTaskDetail, type AttemptEnding, type TaskDetail } from './task-detail.js';
import { retentionTimeOf } from './task-lifecycle.js';
import { RUNNING } from './task-state.js';

const defaults: TaskConstraints = {
  maxTaskRetryCount: undefined,
  maxWallClockTime: undefined,
  retentionTime: undefined,
};

/**
 * Gives a task other constraints, all of them: one that is absent has its default again. They count at once, maxWallClockTime from
 * the start of the attempt that runs; the retention of a multi-instance task changes for its primary alone (service.md section 4.7).
 */
export function constrainTask(world: World, task: number, constraints: TaskConstraints): void {
  const { tasks } = world;
  const detail = tasks.details.get(task) ?? detailOf(world, task);
  if (detail.settings.multiInstance !== undefined) {
    detail.retentionOfSubtasks ??= retentionTimeOf(world, task);
  }
  detail.settings = { ...detail.settings, ...defaults, ...constraints };
  if (tasks.state[task] === RUNNING) limitAttempt(world, task, detail);
  if (world.log !== undefined) logTaskUpdate(world.log, world, task);
}

/** Makes a plain task one with settings. */
function detailOf(world: World, task: number): TaskDetail {
  const { tasks } = world;
  const detail = createTaskDetail({}, tasks.submitTime[task]!);
  if (tasks.state[task] === RUNNING) detail.attempt = plainEnding(world, task);
  tasks.detailed[task] = 1;
  tasks.details.set(task, detail);
  return detail;
}

/** How the attempt of a plain task that runs will end. */
function plainEnding({ queue, tasks }: World, task: number): AttemptEnding {
  const exitCode = tasks.exitCode[task]!;
  return {
    duration: timeOfEvent(queue, tasks.awaitedEvent[task]!) - tasks.startedAt[task]!,
    exitCode,
    failure: exitCode === 0 ? undefined : 'FailureExitCode',
  };
}

/** The attempt that runs ends when its constraints say so now: at once where it has run for longer already. */
function limitAttempt(world: World, task: number, detail: TaskDetail): void {
  const { tasks, now } = world;
  const attempt = detail.attempt!;
  const startedAt = tasks.startedAt[task]!;
  const { maxWallClockTime = Infinity } = detail.settings;
  const limit = Math.max(maxWallClockTime, now - startedAt);
  const ending = withinWallClock(world, attempt.uncut ?? attempt, { maxWallClockTime: limit });
  if (ending.duration !== attempt.duration) {
    const at = startedAt + ending.duration;
    tasks.awaitedEvent[task] = pushEvent(world.queue, at, TASK_END, task);
  }
  detail.attempt = ending;
}
