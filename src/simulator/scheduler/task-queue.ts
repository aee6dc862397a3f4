import type { RandomStream } from '../../base/random/random-stream.js';
import { needsDedicatedNode } from '../task/job-manager.js';
import { instancesOf } from '../task/multi-instance/instances.js';
import type { TaskStore } from '../task/task-store.js';
import {
  appendToLine,
  createTaskLine,
  firstNumber,
  removeFromLine,
  returnToLine,
  takeFirst,
  type TaskLine,
} from './task-line.js';

/** How the next job is chosen among those of equal priority: each with equal chance, or the one created first (jobDefaultOrder). */
export type JobOrder = 'none' | 'creationtime';

/**
 * The queued tasks of a pool. Jobs of higher priority come first; among equal ones each has the same chance whenever a slot is
 * free, or the older job goes first (service.md section 5, rules 2 and 3). Within a job tasks go in order of submission.
 */
export interface TaskQueue {
  readonly jobOrder: JobOrder;
  readonly draws: RandomStream;
  /** By index of the job; undefined until a task of it came. */
  readonly jobs: (JobQueue | undefined)[];
  /** From the highest priority down. */
  levels: PriorityLevel[];
  length: number;
  /** Choices between jobs made so far: the entity of the next draw. */
  choices: number;
}

interface PriorityLevel {
  readonly priority: number;
  /** Those whose tasks may start, in order of creation. */
  readonly jobs: JobQueue[];
}

interface JobQueue {
  readonly job: number;
  priority: number;
  /** Whether its tasks may start at this moment. */
  isOpen: boolean;
  /** One line for each number of required slots and of instances, and for tasks that need a dedicated node, fewest slots first. */
  readonly lines: TaskLine[];
}

export function createTaskQueue(jobOrder: JobOrder, draws: RandomStream): TaskQueue {
  return { jobOrder, draws, jobs: [], levels: [], length: 0, choices: 0 };
}

function lineOf(queue: TaskQueue, tasks: TaskStore, task: number, priority: number): TaskLine {
  const job = tasks.job[task]!;
  const slots = tasks.requiredSlots[task]!;
  const isPlain = tasks.detailed[task] === 0;
  const instances = isPlain ? 0 : instancesOf(tasks, task);
  const dedicatedOnly = !isPlain && needsDedicatedNode(tasks, task);
  const { lines } = queue.jobs[job] ?? addJob(queue, job, priority);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.requiredSlots !== slots || line.instances !== instances) continue;
    if (line.dedicatedOnly === dedicatedOnly) return line;
  }
  const line = createTaskLine(slots, instances, dedicatedOnly);
  lines.push(line);
  lines.sort((a, b) => a.requiredSlots - b.requiredSlots || a.instances - b.instances);
  return line;
}

function addJob(queue: TaskQueue, job: number, priority: number): JobQueue {
  const jobQueue: JobQueue = { job, priority, isOpen: true, lines: [] };
  queue.jobs[job] = jobQueue;
  enterLevel(queue, jobQueue);
  return jobQueue;
}

function enterLevel(queue: TaskQueue, jobQueue: JobQueue): void {
  const { priority } = jobQueue;
  let level = queue.levels.find((candidate) => candidate.priority === priority);
  if (level === undefined) {
    level = { priority, jobs: [] };
    queue.levels.push(level);
    queue.levels.sort((a, b) => b.priority - a.priority);
  }
  level.jobs.push(jobQueue);
  level.jobs.sort((a, b) => a.job - b.job);
}

function leaveLevel(queue: TaskQueue, jobQueue: JobQueue): void {
  const level = queue.levels.find(({ jobs }) => jobs.includes(jobQueue))!;
  level.jobs.splice(level.jobs.indexOf(jobQueue), 1);
  if (level.jobs.length === 0) queue.levels.splice(queue.levels.indexOf(level), 1);
}

/** Lets no task of a job start until it is opened again: they keep their places. */
export function closeJobQueue(queue: TaskQueue, job: number, priority: number): void {
  const jobQueue = queue.jobs[job] ?? addJob(queue, job, priority);
  if (jobQueue.isOpen) leaveLevel(queue, jobQueue);
  jobQueue.isOpen = false;
}

export function openJobQueue(queue: TaskQueue, job: number): void {
  const jobQueue = queue.jobs[job];
  if (jobQueue === undefined || jobQueue.isOpen) return;
  jobQueue.isOpen = true;
  enterLevel(queue, jobQueue);
}

/** Puts the tasks of a job where those of its new priority are. */
export function changeJobPriority(queue: TaskQueue, job: number, priority: number): void {
  const jobQueue = queue.jobs[job];
  if (jobQueue === undefined) return;
  if (jobQueue.isOpen) leaveLevel(queue, jobQueue);
  jobQueue.priority = priority;
  if (jobQueue.isOpen) enterLevel(queue, jobQueue);
}

/** Forgets a job and its queued tasks. */
export function forgetJobQueue(queue: TaskQueue, job: number): void {
  const jobQueue = queue.jobs[job];
  if (jobQueue === undefined) return;
  if (jobQueue.isOpen) leaveLevel(queue, jobQueue);
  for (const { length } of jobQueue.lines) queue.length -= length;
  queue.jobs[job] = undefined;
}

/** Adds a task behind the others of its job. */
export function appendTask(
  queue: TaskQueue,
  tasks: TaskStore,
  task: number,
  priority: number,
): void {
  const line = lineOf(queue, tasks, task, priority);
  appendToLine(line, tasks, task);
  queue.length++;
}

/** Puts a task back that had left the queue, at its old place. */
export function returnTask(
  queue: TaskQueue,
  tasks: TaskStore,
  task: number,
  priority: number,
): void {
  const line = lineOf(queue, tasks, task, priority);
  returnToLine(line, tasks, task);
  queue.length++;
}

/** Takes a queued task out of the queue before its turn. */
export function removeTask(
  queue: TaskQueue,
  tasks: TaskStore,
  task: number,
  priority: number,
): void {
  const line = lineOf(queue, tasks, task, priority);
  removeFromLine(line, tasks, task);
  queue.length--;
}

/** Whether the tasks of a line of a job may start on the nodes that are offered. */
export type IsEligible = (job: number, line: TaskLine) => boolean;

/**
 * Takes the next task that needs at most `free` slots, or a multi-instance task that needs at most `nodes` nodes; -1 where there is
 * none. Tasks that need more are passed over: the service makes no reservation for them (service.md section 5, rule 7).
 */
export function takeTask(
  queue: TaskQueue,
  tasks: TaskStore,
  free: number,
  nodes = 0,
  isEligible?: IsEligible,
): number {
  if (queue.length === 0) return -1;
  const { levels } = queue;
  for (let i = 0; i < levels.length; i++) {
    const line = chooseLine(queue, levels[i]!, tasks, free, nodes, isEligible);
    if (line !== undefined) {
      queue.length--;
      return takeFirst(line, tasks);
    }
  }
  return -1;
}

function chooseLine(
  queue: TaskQueue,
  level: PriorityLevel,
  tasks: TaskStore,
  free: number,
  nodes: number,
  isEligible?: IsEligible,
): TaskLine | undefined {
  const { jobs } = level;
  if (jobs.length === 1) return firstFitting(jobs[0]!, tasks, free, nodes, isEligible);
  const fitting: TaskLine[] = [];
  for (const job of jobs) {
    const line = firstFitting(job, tasks, free, nodes, isEligible);
    if (line !== undefined) {
      if (queue.jobOrder === 'creationtime') return line;
      fitting.push(line);
    }
  }
  if (fitting.length < 2) return fitting[0];
  return fitting[Math.floor(queue.draws.uniform(queue.choices++) * fitting.length)];
}

/** The line whose first task was submitted first, among those that fit. */
function firstFitting(
  job: JobQueue,
  tasks: TaskStore,
  free: number,
  nodes: number,
  isEligible?: IsEligible,
): TaskLine | undefined {
  const { lines } = job;
  let best: TaskLine | undefined;
  // Looked up only once there is something to compare it with.
  let bestNumber = -1;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.requiredSlots > free) break;
    if (line.length === 0 || line.instances > nodes) continue;
    if (isEligible !== undefined && !isEligible(job.job, line)) continue;
    if (best === undefined) {
      best = line;
      continue;
    }
    if (bestNumber < 0) bestNumber = firstNumber(best, tasks);
    const number = firstNumber(line, tasks);
    if (number < bestNumber) {
      best = line;
      bestNumber = number;
    }
  }
  return best;
}

function linesOf(queue: TaskQueue): TaskLine[] {
  return queue.jobs.flatMap((job) => job?.lines ?? []);
}

/** The lines in which tasks wait that may start. */
export function waitingLines(queue: TaskQueue): TaskLine[] {
  return queue.levels
    .flatMap((level) => level.jobs.flatMap((job) => job.lines))
    .filter(({ length }) => length > 0);
}

/** The same of one job. */
export function waitingLinesOf(queue: TaskQueue, job: number): TaskLine[] {
  const jobQueue = queue.jobs[job];
  if (jobQueue === undefined || !jobQueue.isOpen) return [];
  return jobQueue.lines.filter(({ length }) => length > 0);
}

/** Whether every queued task that may start needs more than `slots` slots. */
export function allNeedMoreThan(queue: TaskQueue, slots: number): boolean {
  return waitingLines(queue).every((line) => line.requiredSlots > slots);
}

/** All queued tasks, in no particular order. */
export function waitingTasks(queue: TaskQueue, tasks: TaskStore): number[] {
  return linesOf(queue).flatMap((line) => {
    const listed = [...line.returned];
    for (let task = line.head; task >= 0; task = tasks.next[task]!) listed.push(task);
    return listed;
  });
}

/** The queued tasks in order of submission, at most `limit`. */
export function queuedTasks(queue: TaskQueue, tasks: TaskStore, limit: number): number[] {
  const all: number[] = [];
  for (const line of linesOf(queue)) {
    let taken = 0;
    for (let task = line.head; task >= 0 && taken < limit; task = tasks.next[task]!) {
      all.push(task);
      taken++;
    }
    for (const task of line.returned) all.push(task);
  }
  return all.sort((a, b) => tasks.number[a]! - tasks.number[b]!).slice(0, limit);
}
