import type { Span } from '../../base/text/source-text.js';
import type { MetricName } from '../../language/variables.js';
import type { Call } from './call.js';

/** A call of a method of a sampled variable. */
export interface MethodCall extends Call {
  readonly metric: MetricName;
  /** The metric as written. */
  readonly metricName: string;
  /** Whether the order of the samples can be seen in the outcome. */
  readonly orderMatters: boolean;
  /** The service names the column of the opening parenthesis when samples are missing (recorded). */
  readonly parenthesis: Span;
}
