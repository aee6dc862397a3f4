import { secondsToQuanta, type Quanta } from '../../../base/time/quanta.js';
import type { MultiInstanceSettings, TaskSettings } from '../../../workload/task-settings.js';
import type { World } from '../../world.js';
import { preparationTime } from '../transfer-times.js';

/**
 * Time from the start of a multi-instance task to its own command: packages and images on every node, common resource files,
 * the coordination command, and then the files of the primary (service.md section 4.7). The slowest node counts.
 */
export function coordinatedPreparation(
  world: World,
  task: number,
  settings: TaskSettings,
): { readonly beforeCoordination: Quanta; readonly files: Quanta } {
  const { resourceFiles = [], ...everywhere } = settings;
  const common = settings.multiInstance!.commonResourceFiles ?? [];
  const members = [task, ...world.tasks.details.get(task)!.subtasks!];
  const setUps = members.map((member) =>
    preparationTime(world, member, { ...everywhere, resourceFiles: common }),
  );
  const bytes = resourceFiles.reduce((sum, file) => sum + file.bytes, 0);
  const rate = world.parameters['task.download_bytes_per_s'];
  return { beforeCoordination: Math.max(...setUps), files: secondsToQuanta(bytes / rate) };
}

/** Whether the coordination command of some instance fails, which fails the task as a whole. */
export function coordinationFails(
  world: World,
  task: number,
  { numberOfInstances, coordinationFailureShare }: MultiInstanceSettings,
): boolean {
  if (coordinationFailureShare === 0) return false;
  const { coordinationDraws, tasks } = world;
  const first = tasks.details.get(task)!.endedAttempts * numberOfInstances;
  for (let instance = 0; instance < numberOfInstances; instance++) {
    const u = coordinationDraws.uniform(tasks.number[task]!, first + instance);
    if (u < coordinationFailureShare) return true;
  }
  return false;
}
