import type { Quanta } from '../../base/time/quanta.js';
import type { AutoScaleRun } from '../../evaluator/autoscale-run.js';
import type { PoolView } from '../../evaluator/pool-view.js';

/** The one thing that the simulator knows of formulas: shown a pool, it answers with an autoscale run. */
export type AutoScaleEvaluator = (view: PoolView) => AutoScaleRun;

export interface AutoScaleSettings {
  /** Text of the formula, for the record. */
  readonly formula: string;
  readonly evaluationInterval: Quanta;
  /**
   * Makes the evaluator of one run; `random` serves `rand()`. Called once per pool and run.
   */
  readonly createEvaluator: (random: () => number) => AutoScaleEvaluator;
}
