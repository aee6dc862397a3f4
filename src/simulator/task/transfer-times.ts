import { secondsToQuanta, type Quanta } from '../../base/time/quanta.js';
import type { OutputFile, TaskSettings } from '../../workload/task-settings.js';
import { putOnNode, timeToHave } from '../node/node-contents.js';
import { drawnQuanta, type World } from '../world.js';

function transferTime(bytes: number, bytesPerSecond: number): Quanta {
  return secondsToQuanta(bytes / bytesPerSecond);
}

/** Bytes that the task itself brings to the disk of its node. */
export function resourceBytes({ resourceFiles = [] }: TaskSettings): number {
  return resourceFiles.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Bytes that the task takes of the disk of its node, beside packages and images. */
export function taskBytes(settings: TaskSettings): number {
  const common = settings.multiInstance?.commonResourceFiles ?? [];
  return (
    resourceBytes(settings) +
    common.reduce((sum, { bytes }) => sum + bytes, 0) +
    (settings.usage?.diskBytes ?? 0)
  );
}

export function packageName(id: string): string {
  return `package ${id}`;
}

export function imageName(container: { readonly imageName: string }): string {
  return `image ${container.imageName}`;
}

/**
 * From the start of `running` to the start of the command: application packages and the container image, each only if the node
 * does not have them yet, then resource files, then the start of the container (service.md sections 2.6 and 4.8).
 */
export function preparationTime(world: World, task: number, settings: TaskSettings): Quanta {
  const { tasks, parameters, draws } = world;
  const node = tasks.node[task]!;
  const rate = parameters['task.download_bytes_per_s'];
  let time = transferTime(resourceBytes(settings), rate);
  for (const { id, bytes } of settings.applicationPackages ?? []) {
    time += timeToHave(world, node, packageName(id), bytes, transferTime(bytes, rate));
  }
  const { container } = settings;
  if (container !== undefined) {
    const pull = transferTime(container.imageBytes, parameters['node.download_gb_per_s'] * 1e9);
    time += timeToHave(world, node, imageName(container), container.imageBytes, pull);
    time += drawnQuanta(draws.containerStart(world.attemptDraws, tasks.number[task]!));
  }
  return time;
}

function isUploaded({ uploadCondition }: OutputFile, exitCode: number): boolean {
  switch (uploadCondition) {
    case 'taskcompletion':
      return true;
    case 'tasksuccess':
      return exitCode === 0;
    case 'taskfailure':
      return exitCode !== 0;
  }
}

/** From the end of the command to the end of the attempt: the output files whose condition its exit code meets. */
export function uploadTime(world: World, settings: TaskSettings, exitCode: number): Quanta {
  const { outputFiles } = settings;
  if (outputFiles === undefined) return 0;
  const bytes = outputFiles
    .filter((file) => isUploaded(file, exitCode))
    .reduce((sum, file) => sum + file.bytes, 0);
  return transferTime(bytes, world.parameters['task.upload_bytes_per_s']);
}

/** The data of a finished task stay on the disk of its node for the retention time. */
export function keepTaskData(world: World, node: number, task: number, until: Quanta): void {
  const { tasks, now } = world;
  const { settings, attempt } = tasks.details.get(task)!;
  const bytes = attempt?.diskBytes ?? taskBytes(settings);
  if (bytes === 0) return;
  putOnNode(world, node, dataName(tasks.number[task]!), { bytes, readyAt: now, until });
}

function dataName(number: number): string {
  return `data ${number}`;
}

/** The data of a deleted task go with it; `number` is that of the task. */
export function deleteTaskData(world: World, number: number): void {
  for (const items of world.nodeContents.values()) items.delete(dataName(number));
}
