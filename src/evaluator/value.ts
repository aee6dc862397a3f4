import type { Ticks, Timestamp } from '../base/time/ticks.js';
import type { DeallocationKeyword } from '../language/deallocation-options.js';

/** A value of the formula language at run time. */
export type Value =
  | { readonly type: 'double'; readonly value: number }
  | { readonly type: 'doubleVec'; readonly value: readonly number[] }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'timestamp'; readonly value: Timestamp }
  | { readonly type: 'timeinterval'; readonly value: Ticks }
  | { readonly type: 'deallocationOption'; readonly value: DeallocationKeyword };
