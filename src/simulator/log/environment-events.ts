import type { JobState } from '../job/job-state.js';
import type { World } from '../world.js';
import { logEvent, type EventLog } from './event-log.js';
import { taskIdentity } from './task-events.js';

/** What a job sets for the environment of its tasks: ours, and only where it sets something. */
export function logJobEnvironment(
  log: EventLog,
  world: World,
  { index, input: { commonEnvironmentSettings, preparationTask } }: JobState,
): void {
  if (commonEnvironmentSettings === undefined && preparationTask === undefined) return;
  const settings = JSON.stringify({
    commonEnvironmentSettings,
    jobPreparationTaskId: preparationTask?.id,
  });
  const members = `{"jobId":${log.jobIds[index]!},${settings.slice(1)}`;
  logEvent(log, world.now, 'JobEnvironment', members);
}

/** What a task sets for its own environment: ours, and only where it sets something. */
export function logTaskEnvironment(log: EventLog, world: World, task: number): void {
  const { environmentSettings, applicationPackages } = world.tasks.details.get(task)!.settings;
  if (environmentSettings === undefined && applicationPackages === undefined) return;
  const settings = JSON.stringify({
    environmentSettings,
    applicationPackageReferences: applicationPackages?.map(({ id }) => id),
  });
  const members = `{${taskIdentity(log, world, task)},${settings.slice(1)}`;
  logEvent(log, world.now, 'TaskEnvironment', members);
}
