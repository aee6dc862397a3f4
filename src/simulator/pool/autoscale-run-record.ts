import type { AutoScaleRunError, NodeDeallocationOption } from '../../evaluator/autoscale-run.js';

/** One evaluation of the formula of a pool, and the nodes that the pool had. */
export interface AutoScaleRunRecord {
  readonly atSeconds: number;
  readonly results: string;
  readonly error?: AutoScaleRunError;
  readonly targetDedicatedNodes: number;
  readonly targetLowPriorityNodes: number;
  readonly nodeDeallocationOption: NodeDeallocationOption;
  readonly currentDedicatedNodes: number;
  readonly currentLowPriorityNodes: number;
}
