import type { Quanta } from '../../base/time/quanta.js';
import type { JobStateName } from '../job/job-state.js';
import type { WireTaskState } from '../task/task-state.js';

/** Numbers of a pool that a condition may compare: those that a formula or the service shows. */
export const poolNumbers = [
  'currentDedicatedNodes',
  'currentLowPriorityNodes',
  'idleNodes',
  'preemptedNodes',
  'activeTasks',
  'runningTasks',
  'succeededTasks',
  'failedTasks',
] as const;

export type PoolNumber = (typeof poolNumbers)[number];

/** States of a pool: those of its allocation while it is active, and of its deletion. */
export const poolConditionStates = [
  'steady',
  'resizing',
  'stopping',
  'deleting',
  'deleted',
] as const;

export type PoolConditionState = (typeof poolConditionStates)[number];

/** At least one bound; both are excluded. */
export interface Bounds {
  readonly above?: number | undefined;
  readonly below?: number | undefined;
}

/** What must be so for an operation to be tried, `after` so long. All that is given must hold at the same time. */
export type Condition = { readonly after: Quanta } & (
  | {
      readonly kind: 'pool';
      readonly poolId: string;
      readonly state?: PoolConditionState | undefined;
      readonly numbers: readonly (readonly [PoolNumber, Bounds])[];
    }
  | { readonly kind: 'job'; readonly jobId: string; readonly state: JobStateName }
  | {
      readonly kind: 'task';
      readonly jobId: string;
      readonly taskId: string;
      readonly state: WireTaskState;
    }
);
