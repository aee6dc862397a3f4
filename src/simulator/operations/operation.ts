import type { Quanta } from '../../base/time/quanta.js';
import type { NodeDeallocationOption } from '../../evaluator/autoscale-run.js';
import type { AutoScaleSettings } from '../autoscale-settings.js';

/** Something that a user asks of the service during a run, with the names of the REST interface. */
export type Operation =
  | {
      readonly kind: 'resizePool';
      readonly poolId: string;
      readonly targetDedicatedNodes?: number;
      readonly targetLowPriorityNodes?: number;
      readonly resizeTimeout?: Quanta;
      readonly nodeDeallocationOption?: NodeDeallocationOption;
    }
  | { readonly kind: 'stopPoolResize'; readonly poolId: string }
  | {
      readonly kind: 'removeNodes';
      readonly poolId: string;
      readonly nodeIds: readonly string[];
      readonly resizeTimeout?: Quanta;
      readonly nodeDeallocationOption?: NodeDeallocationOption;
    }
  | {
      readonly kind: 'enableAutoScale';
      readonly poolId: string;
      readonly autoScale: AutoScaleSettings;
    }
  | { readonly kind: 'disableAutoScale'; readonly poolId: string }
  | { readonly kind: 'deletePool'; readonly poolId: string }
  | (NodeOperation & { readonly kind: 'rebootNode' | 'reimageNode' | 'deallocateNode' })
  | (NodeOperation & { readonly kind: 'disableScheduling' })
  | {
      readonly kind: 'enableScheduling' | 'startNode';
      readonly poolId: string;
      readonly nodeId: string;
    };

interface NodeOperation {
  readonly poolId: string;
  readonly nodeId: string;
  /** What becomes of running tasks (nodeRebootOption and its like); requeue by default. retaineddata is not for disableScheduling. */
  readonly option?: NodeDeallocationOption;
}

export type OperationKind = Operation['kind'];

/** The refusal of an operation, as the service answers it. */
export interface ServiceError {
  readonly httpStatus: number;
  readonly code: string;
  readonly message: string;
}

/** An operation that was tried in a run; `error` is absent when the service accepted it. */
export interface OperationOutcome {
  readonly atSeconds: number;
  readonly kind: OperationKind;
  readonly poolId: string;
  readonly error?: ServiceError;
}
