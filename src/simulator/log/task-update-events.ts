import { quantaToSeconds } from '../../base/time/quanta.js';
import { retryLimit } from '../task/retry.js';
import type { World } from '../world.js';
import { logEvent, type EventLog } from './event-log.js';
import { taskIdentity } from './task-events.js';

/** A user has changed the constraints of a task: ours. Those that have their defaults are left out, times are seconds. */
export function logTaskUpdate(log: EventLog, world: World, task: number): void {
  const { maxWallClockTime, retentionTime } = world.tasks.details.get(task)!.settings;
  const constraints = {
    maxTaskRetryCount: retryLimit(world, task),
    ...(maxWallClockTime === undefined
      ? {}
      : { maxWallClockTime: quantaToSeconds(maxWallClockTime) }),
    ...(retentionTime === undefined ? {} : { retentionTime: quantaToSeconds(retentionTime) }),
  };
  const identity = taskIdentity(log, world, task);
  const body = `{${identity},"constraints":${JSON.stringify(constraints)}}`;
  logEvent(log, world.now, 'TaskUpdate', body);
}
