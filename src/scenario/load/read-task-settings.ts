import type { TaskDependencies, TaskSettings } from '../../workload/task-settings.js';
import type { TaskSettingsFile } from '../schema/task-settings-schema.js';

function hasNoParents({ taskIds = [], taskIdRanges = [] }: TaskDependencies): boolean {
  return taskIds.length + taskIdRanges.length === 0;
}

/** What an entry says about its tasks beside their arrivals; undefined where it says nothing. */
export function taskSettingsOf(file: TaskSettingsFile): TaskSettings | undefined {
  const { maxTaskRetryCount, maxWallClockTime, retentionTime } = file.constraints ?? {};
  const { exitCodes, failures, dependsOn } = file;
  const settings: TaskSettings = {
    ...(maxTaskRetryCount === undefined ? {} : { maxTaskRetryCount }),
    ...(maxWallClockTime === undefined ? {} : { maxWallClockTime }),
    ...(retentionTime === undefined ? {} : { retentionTime }),
    ...(exitCodes === undefined || exitCodes.length === 0
      ? {}
      : { exitCodes: exitCodes.map(({ code, share }) => ({ code: code | 0, share })) }),
    ...(dependsOn === undefined || hasNoParents(dependsOn) ? {} : { dependsOn }),
    ...(failures === undefined || failures.length === 0 ? {} : { failures }),
  };
  return Object.keys(settings).length === 0 ? undefined : settings;
}
