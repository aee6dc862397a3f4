import { quantaPerHour, quantaPerSecond, type Quanta } from '../base/time/quanta.js';

/** Limits of the service (service.md section 7, documented), in quanta where they are times. */
export const serviceLimits: {
  /** autoScaleEvaluationInterval: PT5M to PT168H. */
  readonly shortestEvaluationInterval: Quanta;
  readonly longestEvaluationInterval: Quanta;
  /** autoScaleEvaluationInterval where none is given: PT15M. */
  readonly defaultEvaluationInterval: Quanta;
  /** resizeTimeout: at least PT5M. */
  readonly shortestResizeTimeout: Quanta;
  /** enableautoscale: once in 30 s for each pool. */
  readonly enableAutoScalePause: Quanta;
  /** Ids of one removenodes request. */
  readonly removedNodes: number;
  /** Tasks of one request that adds some. */
  readonly tasksOfRequest: number;
  /** Nodes of a pool with enableInterNodeCommunication, by the mode in which the account allocates nodes. */
  readonly nodesWithInterNodeCommunication: Readonly<
    Record<'BatchService' | 'UserSubscription', number>
  >;
  /** Nodes of a pool from a managed image, without that communication: dedicated, spot. */
  readonly nodesFromManagedImage: readonly [number, number];
  /** Priority of a job. */
  readonly lowestPriority: number;
  readonly highestPriority: number;
  /** startWindow and recurrenceInterval of a job schedule: at least PT1M. */
  readonly shortestRecurrence: Quanta;
  /** From the submission of a task to its end: 180 days (service.md section 4.2). */
  readonly longestTaskLife: Quanta;
  /** maxWallClockTime of a job release task, its default too: PT15M. */
  readonly longestReleaseTask: Quanta;
} = {
  shortestEvaluationInterval: 300 * quantaPerSecond,
  defaultEvaluationInterval: 900 * quantaPerSecond,
  longestEvaluationInterval: 168 * quantaPerHour,
  shortestResizeTimeout: 300 * quantaPerSecond,
  enableAutoScalePause: 30 * quantaPerSecond,
  removedNodes: 100,
  tasksOfRequest: 100,
  nodesWithInterNodeCommunication: { BatchService: 100, UserSubscription: 80 },
  nodesFromManagedImage: [2000, 1000],
  lowestPriority: -1000,
  highestPriority: 1000,
  shortestRecurrence: 60 * quantaPerSecond,
  longestTaskLife: 180 * 24 * quantaPerHour,
  longestReleaseTask: 900 * quantaPerSecond,
};
