import type { TaskSettings } from '../../workload/task-settings.js';
import type { TaskSettingsFile } from '../schema/task-settings-schema.js';

/** What an entry says about its tasks beside their arrivals; undefined where it says nothing. */
export function taskSettingsOf(file: TaskSettingsFile): TaskSettings | undefined {
  const given = {
    ...file.constraints,
    exitCodes: file.exitCodes?.map(({ code, share }) => ({ code: code | 0, share })),
    failures: file.failures,
    dependsOn: isEmpty(file.dependsOn) ? undefined : file.dependsOn,
    resourceFiles: file.resourceFiles,
    outputFiles: file.outputFiles,
    applicationPackages: file.applicationPackageReferences,
    container: file.containerSettings,
    affinity: file.affinityInfo,
    usage: file.usage,
    multiInstance: file.multiInstanceSettings,
    environmentSettings: file.environmentSettings,
  };
  const says = Object.entries(given).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return says.length === 0 ? undefined : Object.fromEntries(says);
}

function isEmpty(dependsOn: TaskSettingsFile['dependsOn']): boolean {
  const { taskIds = [], taskIdRanges = [] } = dependsOn ?? {};
  return taskIds.length + taskIdRanges.length === 0;
}
