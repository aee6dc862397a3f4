import type { TaskDependencies } from '../../workload/task-settings.js';
import type { World } from '../world.js';
import { logEvent, type EventLog } from './event-log.js';
import { taskIdentity } from './task-events.js';

/** A task is active and waits for its parents: ours, the service has no such event. */
export function logDependenciesUnmet(
  log: EventLog,
  world: World,
  task: number,
  dependsOn: TaskDependencies,
): void {
  const body = `{${taskIdentity(log, world, task)},"dependsOn":${JSON.stringify(dependsOn)}}`;
  logEvent(log, world.now, 'TaskDependenciesUnmet', body);
}

/** A task ended and does to its children what its success or failure alone would not: ours. */
export function logDependencyAction(
  log: EventLog,
  world: World,
  task: number,
  action: 'satisfy' | 'block',
): void {
  const body = `{${taskIdentity(log, world, task)},"dependencyAction":"${action}"}`;
  logEvent(log, world.now, 'TaskDependencyAction', body);
}

/** The last parent of a waiting task has succeeded, so it is eligible from now on: ours. */
export function logDependenciesMet(log: EventLog, world: World, task: number): void {
  logEvent(log, world.now, 'TaskDependenciesMet', `{${taskIdentity(log, world, task)}}`);
}
