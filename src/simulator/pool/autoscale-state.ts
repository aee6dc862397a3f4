import type { RandomStream } from '../../base/random/random-stream.js';
import type { Quanta } from '../../base/time/quanta.js';
import type { SampleSeries } from '../../metrics/sample-series.js';
import type { AutoScaleEvaluator, AutoScaleSettings } from '../input/autoscale-settings.js';

/** The sample of an instant, by its number, that formulas see later than the others. */
export interface LateSample {
  readonly instant: number;
  readonly due: Quanta;
  readonly values: Map<string, number>;
}

/** The sample history of a pool. It begins when autoscale is enabled (language.md section 5, history reset). */
export interface Sampling {
  readonly period: Quanta;
  readonly loss: number;
  readonly lossDraws: RandomStream;
  readonly series: ReadonlyMap<string, SampleSeries>;
  /** Counts at the sample before, for those that are told per period. */
  readonly before: Map<string, number>;
  /** Samples that are known to the service and not yet to formulas. */
  late: LateSample[];
  samples: number;
  /** Order of the next sample event. */
  sampleEvent: number;
}

/** The autoscale side of a pool: it sees samples and the pool's own counts, never the true state of tasks. */
export interface AutoScaler {
  readonly settings: AutoScaleSettings;
  readonly evaluate: AutoScaleEvaluator;
  readonly sampling: Sampling;
  /** Order of the next evaluation event. */
  evaluationEvent: number;
}
