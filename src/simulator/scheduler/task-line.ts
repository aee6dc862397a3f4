import type { TaskStore } from '../task/task-store.js';

/** Queued tasks of one job that need the same number of slots and of nodes, in order of submission. */
export interface TaskLine {
  readonly requiredSlots: number;
  /** Nodes that a multi-instance task needs at once; 0 for other tasks. */
  readonly instances: number;
  /** Whether the tasks may not run on spot nodes, which only job manager tasks ask for. */
  readonly dedicatedOnly: boolean;
  /** Tasks that never left the queue: a linked list in order of arrival. */
  head: number;
  tail: number;
  /** Tasks that came back: a binary heap by task number, few at a time. */
  readonly returned: number[];
  length: number;
}

export function createTaskLine(
  requiredSlots: number,
  instances: number,
  dedicatedOnly: boolean,
): TaskLine {
  return { requiredSlots, instances, dedicatedOnly, head: -1, tail: -1, returned: [], length: 0 };
}

export function appendToLine(line: TaskLine, tasks: TaskStore, task: number): void {
  tasks.next[task] = -1;
  if (line.tail < 0) line.head = task;
  else tasks.next[line.tail] = task;
  line.tail = task;
  line.length++;
}

export function returnToLine(line: TaskLine, tasks: TaskStore, task: number): void {
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
}

/** Takes a task out of a line, wherever it stands in it. */
export function removeFromLine(line: TaskLine, tasks: TaskStore, task: number): void {
  line.length--;
  const returned = line.returned.indexOf(task);
  if (returned >= 0) {
    const others = line.returned.filter((other) => other !== task);
    line.returned.length = 0;
    line.length -= others.length;
    for (const other of others) returnToLine(line, tasks, other);
    return;
  }
  let before = -1;
  let at = line.head;
  while (at !== task) {
    before = at;
    at = tasks.next[at]!;
  }
  if (before < 0) line.head = tasks.next[task]!;
  else tasks.next[before] = tasks.next[task]!;
  if (line.tail === task) line.tail = before;
}

/** Number of the first task of a line. */
export function firstNumber(line: TaskLine, tasks: TaskStore): number {
  const fromHead = line.head < 0 ? Infinity : tasks.number[line.head]!;
  if (line.returned.length === 0) return fromHead;
  return Math.min(fromHead, tasks.number[line.returned[0]!]!);
}

/** Takes the first task of a line that is not empty. */
export function takeFirst(line: TaskLine, tasks: TaskStore): number {
  line.length--;
  const { head, returned } = line;
  const fromHead =
    returned.length === 0 || (head >= 0 && tasks.number[head]! < tasks.number[returned[0]!]!);
  return fromHead ? takeHead(line, tasks) : takeReturned(line, tasks);
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
