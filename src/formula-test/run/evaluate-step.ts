import { createRandomStream } from '../../base/random/random-stream.js';
import type { TypedExpression } from '../../checker/typed-program.js';
import type { AutoScaleRun, AutoScaleRunError } from '../../evaluator/autoscale-run.js';
import type { CompiledFormula } from '../../evaluator/compile-formula.js';
import type { ValueObserver } from '../../evaluator/evaluation-state.js';
import type { Value } from '../../evaluator/value.js';
import {
  createSnapshot,
  emptyPool,
  type MetricsSnapshot,
  type PoolCounts,
} from '../../metrics/metrics-snapshot.js';
import type { EvaluationStep, Moment, TestedFormula } from '../test-suite.js';

/** What came of one evaluation. */
export type StepOutcome =
  /** The service answers HTTP 400 and evaluates nothing. */
  | { readonly kind: 'refused'; readonly error: AutoScaleRunError }
  | {
      readonly kind: 'evaluated';
      readonly run: AutoScaleRun;
      readonly formula: CompiledFormula;
      /** Targets of the pool before. */
      readonly pool: PoolCounts;
      /** The value of each expression that had one. A formula has no loops, so it is one at most. */
      readonly values: ReadonlyMap<TypedExpression, Value>;
    };

function instants(moment: Moment, step: EvaluationStep): { now: number; start?: number } {
  if (moment.kind === 'instant') return moment;
  const longest = Math.max(1, ...[...step.series.values()].map(({ length }) => length));
  const { start } = moment;
  return { now: start + (longest - 1) * step.samplePeriod, start };
}

export function snapshotOf(step: EvaluationStep, before: PoolCounts = emptyPool): MetricsSnapshot {
  const { samplePeriod, series, moment } = step;
  const pool = { ...before, ...step.pool };
  return createSnapshot({ ...instants(moment, step), samplePeriod, pool, series });
}

/** Evaluates the formula once. The same seed gives the same draws of `rand()` in every evaluation. */
export function evaluateStep(
  { compiled }: TestedFormula,
  snapshot: MetricsSnapshot,
  seed: string,
  observe: ValueObserver = () => undefined,
): StepOutcome {
  const formula = compiled.value;
  if (formula === undefined) return { kind: 'refused', error: compiled.serviceError! };
  const draws = createRandomStream(seed, 'test/rand');
  let calls = 0;
  const values = new Map<TypedExpression, Value>();
  const evaluate = formula.createEvaluator(
    () => draws.uniform(calls++),
    (expression, value) => {
      values.set(expression, value);
      observe(expression, value);
    },
  );
  return { kind: 'evaluated', run: evaluate(snapshot), formula, pool: snapshot, values };
}
