import type { Timestamp } from '../base/time/ticks.js';
import type { DeallocationKeyword } from '../language/deallocation-options.js';
import type { Value } from './value.js';

/** Wire values of the service. */
export type NodeDeallocationOption = DeallocationKeyword;

/** The error member of an autoscale run, as the service answers it (language.md section 6, recorded). */
export interface AutoScaleRunError {
  readonly code: string;
  readonly message: string;
  readonly values: readonly { readonly name: string; readonly value: string }[];
}

/** What one evaluation means for the pool. After an error the targets are those that the pool had before. */
export interface AutoScaleTargets {
  readonly timestamp: Timestamp;
  readonly error?: AutoScaleRunError;
  readonly targetDedicatedNodes: number;
  readonly targetLowPriorityNodes: number;
  readonly nodeDeallocationOption: NodeDeallocationOption;
}

/** The outcome of one evaluation. */
export interface AutoScaleRun extends AutoScaleTargets {
  /** The service's result string: `$TargetDedicatedNodes=4;...`. */
  readonly results: string;
  /** User variables that were assigned, by the name as written. */
  readonly variables: ReadonlyMap<string, Value>;
  /** Names of the profile switches for unsettled behaviour that this run passed through. */
  readonly unverified: readonly string[];
}
