import type { TaskDependencies } from '../../workload/task-settings.js';
import {
  addInteger,
  createIntegerSet,
  firstMissing,
  hasInteger,
  type IntegerSet,
} from './integer-set.js';

/** A task that waits, with its number: a slot of the store may have gone to another task meanwhile. */
export interface Waiter {
  readonly task: number;
  readonly number: number;
}

/** The task that a dependency waits for next: by its id, or any task whose id is this integer (service.md section 4.6). */
export type Parent =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'integer'; readonly value: number };

/**
 * What a job with usesTaskDependencies remembers of its completed tasks, and who waits for whom. Every waiting task is entered
 * under one parent only, the first of its list that is missing, so the work follows the tasks and not the product of their lists.
 */
export interface JobDependencies {
  /** Ids of successful tasks, in lower case; remembered for good (Azure/Batch#129). */
  readonly satisfiedIds: Set<string>;
  /** Those that are integers, leading zeros ignored: the first of 4 and 04 to succeed satisfies both. */
  readonly satisfiedIntegers: IntegerSet;
  /** Ids of tasks that failed for good, for the reasons that a report gives. */
  readonly failedIds: Set<string>;
  readonly failedIntegers: IntegerSet;
  readonly waitingForId: Map<string, Waiter[]>;
  readonly waitingForInteger: Map<number, Waiter[]>;
}

export function createJobDependencies(): JobDependencies {
  return {
    satisfiedIds: new Set(),
    satisfiedIntegers: createIntegerSet(),
    failedIds: new Set(),
    failedIntegers: createIntegerSet(),
    waitingForId: new Map(),
    waitingForInteger: new Map(),
  };
}

/** The integer that an id stands for in ranges; undefined for an id that is none. */
export function integerOf(id: string): number | undefined {
  if (!/^-?\d{1,15}$/.test(id)) return undefined;
  return Number(id);
}

/** The first dependency that is not satisfied; undefined where all are. */
export function missingParent(
  dependencies: JobDependencies,
  { taskIds = [], taskIdRanges = [] }: TaskDependencies,
): Parent | undefined {
  const id = taskIds.find((one) => !dependencies.satisfiedIds.has(one.toLowerCase()));
  if (id !== undefined) return { kind: 'id', id };
  for (const { start, end } of taskIdRanges) {
    const value = firstMissing(dependencies.satisfiedIntegers, start);
    if (value <= end) return { kind: 'integer', value };
  }
  return undefined;
}

/** Enters a task under the parent that it waits for. */
export function awaitParent(dependencies: JobDependencies, parent: Parent, waiter: Waiter): void {
  if (parent.kind === 'id') enter(dependencies.waitingForId, parent.id.toLowerCase(), waiter);
  else enter(dependencies.waitingForInteger, parent.value, waiter);
}

function enter<K>(waiting: Map<K, Waiter[]>, key: K, waiter: Waiter): void {
  const waiters = waiting.get(key);
  if (waiters === undefined) waiting.set(key, [waiter]);
  else waiters.push(waiter);
}

/** Remembers the success of a task; returns who waited for it, now entered nowhere. */
export function satisfy(dependencies: JobDependencies, id: string): readonly Waiter[] {
  const folded = id.toLowerCase();
  dependencies.satisfiedIds.add(folded);
  const waiters = dependencies.waitingForId.get(folded) ?? [];
  dependencies.waitingForId.delete(folded);
  const value = integerOf(id);
  if (value === undefined) return waiters;
  addInteger(dependencies.satisfiedIntegers, value);
  const inRanges = dependencies.waitingForInteger.get(value) ?? [];
  dependencies.waitingForInteger.delete(value);
  return inRanges.length === 0 ? waiters : [...waiters, ...inRanges];
}

/** Remembers that a task failed: its children stay blocked, the default dependencyAction (service.md section 4.5). */
export function rememberFailure(dependencies: JobDependencies, id: string): void {
  dependencies.failedIds.add(id.toLowerCase());
  const value = integerOf(id);
  if (value !== undefined) addInteger(dependencies.failedIntegers, value);
}

export function hasFailed(dependencies: JobDependencies, parent: Parent): boolean {
  return parent.kind === 'id'
    ? dependencies.failedIds.has(parent.id.toLowerCase())
    : hasInteger(dependencies.failedIntegers, parent.value);
}
