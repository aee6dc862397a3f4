import type { ExitConditions } from '../../workload/exit-conditions.js';
import type { TaskSettings } from '../../workload/task-settings.js';
import type { TaskSettingsFile } from '../schema/task-settings-schema.js';

/** What an entry says about its tasks beside their arrivals; undefined where it says nothing. */
export function taskSettingsOf(file: TaskSettingsFile): TaskSettings | undefined {
  const given = {
    ...file.constraints,
    exitCodes: file.exitCodes?.map(({ code, share }) => ({ code: code | 0, share })),
    failures: file.failures,
    exitConditions: exitConditionsOf(file.exitConditions),
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

/** Windows exit codes may be written unsigned (0xC000013A = 3221225786). */
function exitConditionsOf(file: TaskSettingsFile['exitConditions']): ExitConditions | undefined {
  if (file === undefined) return undefined;
  const { exitCodes, exitCodeRanges, ...rest } = file;
  return {
    ...(rest as ExitConditions),
    ...(exitCodes === undefined
      ? {}
      : { exitCodes: exitCodes.map((entry) => ({ ...entry, code: entry.code | 0 })) }),
    ...(exitCodeRanges === undefined ? {} : { exitCodeRanges: exitCodeRanges.map(signedRange) }),
  };
}

/** A range that ends above the largest signed code was written unsigned: it covers negative ones. */
function signedRange<R extends { readonly start: number; readonly end: number }>(range: R): R {
  const isUnsigned = range.start > 2_147_483_647;
  return isUnsigned ? { ...range, start: range.start | 0, end: range.end | 0 } : range;
}

function isEmpty(dependsOn: TaskSettingsFile['dependsOn']): boolean {
  const { taskIds = [], taskIdRanges = [] } = dependsOn ?? {};
  return taskIds.length + taskIdRanges.length === 0;
}
