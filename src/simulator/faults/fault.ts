import type { Distribution } from '../../base/random/distribution.js';
import type { Quanta } from '../../base/time/quanta.js';
import type { NodeKind } from '../../pricing/price-book.js';
import type { AccountInput } from '../input/account-input.js';
import type { NodeSelector } from '../operations/node-selector.js';
import type { ResizeErrorCode } from '../pool/resize-errors.js';

/** The points in time at which a fault strikes, in order, or a regular sequence of them. */
export type FaultTimes =
  | { readonly kind: 'at'; readonly at: readonly Quanta[] }
  | {
      readonly kind: 'every';
      readonly every: Quanta;
      readonly from: Quanta;
      /** No more after this; Infinity for no end. */
      readonly until: Quanta;
    };

/** Each node by itself, so often in an hour on average; the time between is exponential. */
export interface FaultRate {
  readonly kind: 'rate';
  readonly perNodeHour: number;
}

/** Which nodes a fault strikes of those that it can: a share or a number of them, drawn, or chosen ones. */
export type StruckNodes =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'chosen'; readonly nodes: NodeSelector };

interface OnPool {
  /** Strikes the pool that has this id at the time, be it there from the start or not. */
  readonly poolId: string;
}

interface Lasting extends OnPool {
  readonly times: FaultTimes;
  /** How long it lasts each time; Infinity for the rest of the run. */
  readonly lasts: Quanta;
}

/** Spot capacity is reclaimed: at a rate, or as a storm. A rate takes the place of preempt.rate_per_hour in its pool. */
export interface PreemptionFault extends OnPool {
  readonly kind: 'preemption';
  readonly times: FaultTimes | FaultRate;
  readonly nodes: StruckNodes;
}

interface NodeFailure extends OnPool {
  readonly times: FaultTimes | FaultRate;
  readonly nodes: StruckNodes;
  /** Seconds until the service has recovered the node; `usual` is the parameter node.recovery_s. */
  readonly recovery: Distribution | 'usual' | 'never';
}

/** Nodes can run no tasks because of an error. */
export interface NodeUnusableFault extends NodeFailure {
  readonly kind: 'nodeUnusable';
}

/** Contact to nodes is lost. */
export interface NodeUnknownFault extends NodeFailure {
  readonly kind: 'nodeUnknown';
}

/** Start tasks fail in addition to the share that the pool has anyway. */
export interface StartTaskFault extends Lasting {
  readonly kind: 'startTaskFailure';
  readonly share: number;
}

/** Runs of job preparation tasks fail in addition to the share that their job has anyway. */
export interface PreparationTaskFault extends Lasting {
  readonly kind: 'preparationTaskFailure';
  readonly share: number;
}

/** Attempts of tasks that start meanwhile end with a nonzero exit code, after their whole run time. */
export interface TaskFault extends Lasting {
  readonly kind: 'taskFailure';
  readonly share: number;
  readonly exitCode: number;
}

/** Commands of attempts that start meanwhile on some nodes run so many times as long; the same nodes each time. */
export interface SlowNodesFault extends Lasting {
  readonly kind: 'slowNodes';
  readonly share: number;
  readonly factor: number;
}

/** The platform does not deliver nodes that are asked for meanwhile. */
export interface AllocationFailureFault extends Lasting {
  readonly kind: 'allocationFailure';
  readonly share: number;
  /** Both kinds where undefined. */
  readonly nodeKind: NodeKind | undefined;
  readonly code: ResizeErrorCode;
}

/** The platform delivers nodes that are asked for meanwhile later, by so many seconds. */
export interface AllocationDelayFault extends Lasting {
  readonly kind: 'allocationDelay';
  readonly delay: Distribution;
}

/** Quotas of the account from now on; those that are not given stay. */
export interface QuotaFault {
  readonly kind: 'quotaChange';
  readonly times: FaultTimes;
  readonly quota: AccountInput;
}

/** Samples of all metrics that are taken meanwhile are lost, with this share. */
export interface SampleLossFault extends Lasting {
  readonly kind: 'sampleLoss';
  readonly share: number;
}

/** Samples that are taken meanwhile can be seen by formulas only after this time. */
export interface SampleDelayFault extends Lasting {
  readonly kind: 'sampleDelay';
  readonly delay: Quanta;
}

/** Something that goes wrong around the service: named, timed and seeded, so that a bad day can be rehearsed. */
export type Fault =
  | PreemptionFault
  | NodeUnusableFault
  | NodeUnknownFault
  | StartTaskFault
  | PreparationTaskFault
  | TaskFault
  | SlowNodesFault
  | AllocationFailureFault
  | AllocationDelayFault
  | QuotaFault
  | SampleLossFault
  | SampleDelayFault;

export type FaultKind = Fault['kind'];

/** One time that a fault struck. */
export interface FaultStrike {
  readonly atSeconds: number;
  /** When it was over, null where the run ended first; absent for faults that strike at a point in time. */
  readonly endSeconds?: number | null;
  /** Nodes that it struck; absent for faults that are not about nodes. */
  readonly nodes?: number;
}

/** Strikes of a fault that its record lists, so that a rate over a year stays small; `occurrences` counts all. */
export const maximumListedStrikes = 1000;

/** What came of a fault in a run. */
export interface FaultRecord {
  readonly kind: FaultKind;
  readonly poolId?: string;
  /** How often it struck. */
  readonly occurrences: number;
  /** Nodes that it struck, repetitions included; absent for faults that are not about nodes. */
  readonly nodes?: number;
  /** When it struck: the first 1,000 times. */
  readonly strikes: readonly FaultStrike[];
}
