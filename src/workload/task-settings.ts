import type { Quanta } from '../base/time/quanta.js';
import type { SelectableFailureCode } from './task-failure-codes.js';

/** An exit code and the share of attempts that end with it. */
export interface ExitCodeShare {
  readonly code: number;
  /** 0 to 1. */
  readonly share: number;
}

/** A failure before or after the command and the share of attempts that it strikes. */
export interface FailureShare {
  readonly code: SelectableFailureCode;
  /** 0 to 1. */
  readonly share: number;
}

/** Parents of a task, which must succeed before it is eligible (service.md section 4.6). */
export interface TaskDependencies {
  readonly taskIds?: readonly string[];
  /** Inclusive; they match ids that are integers, leading zeros ignored. */
  readonly taskIdRanges?: readonly { readonly start: number; readonly end: number }[];
}

/**
 * What few tasks have: a task without any of it carries no settings. One object may serve any number of tasks. Names are
 * those of the REST interface where it has them.
 */
export interface TaskSettings {
  /** Retries after a nonzero exit code, -1 is endless; the job's by default. */
  readonly maxTaskRetryCount?: number;
  /** Longest attempt, from the start of `running`; unlimited by default. */
  readonly maxWallClockTime?: Quanta;
  /** How long the data of the completed task stay on its node; the job's by default. */
  readonly retentionTime?: Quanta;
  /** Drawn for every attempt; what is left of 1 ends with the exit code of the arrival. */
  readonly exitCodes?: readonly ExitCodeShare[];
  /** Drawn for every attempt, once before the command and once after it. */
  readonly failures?: readonly FailureShare[];
  /** Heeded in jobs with usesTaskDependencies. */
  readonly dependsOn?: TaskDependencies;
}
