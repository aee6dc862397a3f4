import type { Quanta } from '../../base/time/quanta.js';
import type { TaskSettings } from '../../workload/task-settings.js';
import type { World } from '../world.js';
import type { TaskStore } from './task-store.js';

/** A job manager task (service.md section 3.4), with REST names but for what it does when it runs. */
export interface JobManagerTask {
  readonly id: string;
  readonly runTime: Quanta;
  readonly exitCode: number;
  /** REST default 1. */
  readonly requiredSlots: number;
  /** Whether the job ends when it is completed; REST default true. */
  readonly killJobOnCompletion: boolean;
  /** Whether no other task is on its node while it runs; REST default true. */
  readonly runExclusive: boolean;
  /** Whether it may run on spot nodes; REST default true. */
  readonly allowLowPriorityNode: boolean;
  readonly settings: TaskSettings;
}

/** Places in the workload are from 0, those of job managers below it; from here down are tasks that operations have added. */
export const firstAddedSource: number = -1e12;

/** The index in the workload that the job manager task of a job has: none. */
export function managerSource(job: number): number {
  return -1 - job;
}

export function isJobManager(tasks: TaskStore, task: number): boolean {
  const index = tasks.sourceIndex[task]!;
  return index < 0 && index > firstAddedSource;
}

/** Whether a task may not run on spot nodes. */
export function needsDedicatedNode(tasks: TaskStore, task: number): boolean {
  return tasks.detailed[task] !== 0 && tasks.details.get(task)!.dedicatedOnly === true;
}

/** Slots that a job manager task takes: with runExclusive all of its node, so that it starts on an idle one and stays alone there. */
export function managerSlots(world: World, manager: JobManagerTask, pool: number): number {
  const { taskSlotsPerNode } = world.pools[pool]!.input;
  const { requiredSlots, runExclusive } = manager;
  return runExclusive ? Math.max(requiredSlots, taskSlotsPerNode) : requiredSlots;
}

/** Nodes with a job manager task on them. */
export function managerNodes({ jobs, tasks }: World): Set<number> {
  const found = new Set<number>();
  for (const { managerTask } of jobs) {
    if (managerTask >= 0 && tasks.node[managerTask]! >= 0) found.add(tasks.node[managerTask]!);
  }
  return found;
}
