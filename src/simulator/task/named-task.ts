import type { TaskFailureCode } from '../../workload/task-failure-codes.js';
import type { TaskDetail } from './task-detail.js';
import type { Outcome } from './outcome.js';

/** What is kept of a completed task so that it can be made active again. */
export interface CompletedTask {
  readonly outcome: Outcome;
  readonly failure: TaskFailureCode | undefined;
  readonly number: number;
  readonly sourceIndex: number;
  readonly submitTime: number;
  readonly runTime: number;
  readonly requiredSlots: number;
  readonly exitCode: number;
  readonly firstStart: number;
  readonly requeues: number;
  readonly recoveries: number;
  readonly detail: TaskDetail | undefined;
}

/** Where a task that an operation of the scenario names is at the moment. */
export type NamedTask =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'in-flight'; readonly task: number }
  | { readonly kind: 'completed'; readonly completed: CompletedTask };

/** The tasks of a job that operations name, by id in lower case: only these are looked up and remembered. */
export type NamedTasks = Map<string, NamedTask>;
