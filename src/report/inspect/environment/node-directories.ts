import type { OperatingSystem } from '../../../simulator/input/node-setup.js';

/** A directory of a node that its tasks may reach (service.md section 11, documented). */
export interface NodeDirectory {
  readonly name: string;
  readonly holds: string;
}

/** Where the service keeps its files on a node with a temporary disk. */
export const rootDirectory: Readonly<Record<OperatingSystem, string>> = {
  linux: '/mnt/batch/tasks',
  windows: 'D:\\batch\\tasks',
};

/** What is below the root of every node. */
export const nodeDirectories: readonly NodeDirectory[] = [
  { name: 'applications', holds: 'application packages' },
  { name: 'fsmounts', holds: 'mounted file systems' },
  { name: 'shared', holds: 'files of all tasks' },
  { name: 'startup', holds: 'files of the start task' },
  { name: 'volatile', holds: 'files of the service' },
  { name: 'workitems', holds: 'directories of jobs and their tasks' },
];

/** What is in the directory of every task; certificates are files on Linux only. */
export const taskDirectories: readonly (NodeDirectory & { readonly on?: OperatingSystem })[] = [
  { name: 'stdout.txt', holds: 'standard output' },
  { name: 'stderr.txt', holds: 'standard error' },
  { name: 'wd', holds: 'working directory' },
  { name: 'certs', holds: 'certificates', on: 'linux' },
];

export function joinPath(system: OperatingSystem, ...parts: readonly string[]): string {
  return parts.join(system === 'windows' ? '\\' : '/');
}

/** The work item and the run of it that a job id stands for: a job of a schedule is called `<schedule>:job-<n>` (S3.4). */
export function workItemOf(jobId: string): { readonly workItem: string; readonly run: string } {
  const colon = jobId.lastIndexOf(':job-');
  return colon < 0
    ? { workItem: jobId, run: 'job-1' }
    : { workItem: jobId.slice(0, colon), run: jobId.slice(colon + 1) };
}

/** The directory of a task, which bears the words of 2014 to this day (recorded). */
export function taskDirectory(system: OperatingSystem, jobId: string, taskId: string): string {
  const { workItem, run } = workItemOf(jobId);
  return joinPath(system, rootDirectory[system], 'workitems', workItem, run, taskId);
}
