import type { TaskStore } from '../task/task-store.js';

/**
 * The queued tasks of a pool, one line for each number of required slots. Within a line tasks stand in order of submission;
 * one that comes back (requeued, retried) gets its old place among them.
 */
export interface TaskQueue {
  /** By required slots. */
  readonly lines: Map<number, TaskLine>;
  /** The lines in order of required slots. */
  sorted: TaskLine[];
  length: number;
}

interface TaskLine {
  readonly requiredSlots: number;
  /** Tasks that never left the queue: a linked list in order of arrival. */
  head: number;
  tail: number;
  /** Tasks that came back: a binary heap by task number, few at a time. */
  readonly returned: number[];
  length: number;
}

export function createTaskQueue(): TaskQueue {
  return { lines: new Map(), sorted: [], length: 0 };
}

function lineOf(queue: TaskQueue, requiredSlots: number): TaskLine {
  let line = queue.lines.get(requiredSlots);
  if (line === undefined) {
    line = { requiredSlots, head: -1, tail: -1, returned: [], length: 0 };
    queue.lines.set(requiredSlots, line);
    queue.sorted = [...queue.lines.values()].sort((a, b) => a.requiredSlots - b.requiredSlots);
  }
  return line;
}

/** Adds a task that just arrived: it has the largest number so far. */
export function appendTask(queue: TaskQueue, tasks: TaskStore, task: number): void {
  const line = lineOf(queue, tasks.requiredSlots[task]!);
  tasks.next[task] = -1;
  if (line.tail < 0) line.head = task;
  else tasks.next[line.tail] = task;
  line.tail = task;
  line.length++;
  queue.length++;
}

/** Puts a task back that had left the queue. */
export function returnTask(queue: TaskQueue, tasks: TaskStore, task: number): void {
  const line = lineOf(queue, tasks.requiredSlots[task]!);
  const { returned } = line;
  const { number } = tasks;
  let i = returned.length;
  returned.push(task);
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (number[returned[parent]!]! < number[task]!) break;
    returned[i] = returned[parent]!;
    i = parent;
  }
  returned[i] = task;
  line.length++;
  queue.length++;
}

/** Number of the first task of a line. */
function firstNumber(line: TaskLine, tasks: TaskStore): number {
  const fromHead = line.head < 0 ? Infinity : tasks.number[line.head]!;
  const fromReturned = line.returned.length === 0 ? Infinity : tasks.number[line.returned[0]!]!;
  return Math.min(fromHead, fromReturned);
}

/**
 * Takes the first task that needs at most `free` slots; -1 where there is none. Tasks that need more are passed over: the
 * service makes no reservation for them (service.md section 5, rule 7).
 */
export function takeTask(queue: TaskQueue, tasks: TaskStore, free: number): number {
  if (queue.length === 0) return -1;
  let best: TaskLine | undefined;
  let bestNumber = Infinity;
  const lines = queue.sorted;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.requiredSlots > free) break;
    if (line.length === 0) continue;
    const first = firstNumber(line, tasks);
    if (first < bestNumber) {
      best = line;
      bestNumber = first;
    }
  }
  if (best === undefined) return -1;
  queue.length--;
  best.length--;
  return best.head >= 0 && tasks.number[best.head]! === bestNumber
    ? takeHead(best, tasks)
    : takeReturned(best, tasks);
}

function takeHead(line: TaskLine, tasks: TaskStore): number {
  const task = line.head;
  line.head = tasks.next[task]!;
  if (line.head < 0) line.tail = -1;
  return task;
}

function takeReturned(line: TaskLine, tasks: TaskStore): number {
  const { returned } = line;
  const { number } = tasks;
  const task = returned[0]!;
  const last = returned.pop()!;
  const size = returned.length;
  if (size === 0) return task;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= size) break;
    if (child + 1 < size && number[returned[child + 1]!]! < number[returned[child]!]!) child++;
    if (number[returned[child]!]! > number[last]!) break;
    returned[i] = returned[child]!;
    i = child;
  }
  returned[i] = last;
  return task;
}

/** Whether every queued task needs more than `slots` slots. */
export function allNeedMoreThan(queue: TaskQueue, slots: number): boolean {
  return queue.sorted.every((line) => line.length === 0 || line.requiredSlots > slots);
}

/** The queued tasks in order of submission, at most `limit`. */
export function queuedTasks(queue: TaskQueue, tasks: TaskStore, limit: number): number[] {
  const all: number[] = [];
  for (const line of queue.sorted) {
    let taken = 0;
    for (let task = line.head; task >= 0 && taken < limit; task = tasks.next[task]!) {
      all.push(task);
      taken++;
    }
    for (const task of line.returned) all.push(task);
  }
  return all.sort((a, b) => tasks.number[a]! - tasks.number[b]!).slice(0, limit);
}
