import type { TaskStore } from './task-store.js';

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
