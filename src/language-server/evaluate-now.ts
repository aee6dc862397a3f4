import type { SourceText } from '../base/text/source-text.js';
import { parseIsoInstant } from '../base/time/iso8601.js';
import { compileFormula } from '../evaluator/compile-formula.js';
import { formatValue } from '../evaluator/display/format-value.js';
import type { LiveValues } from '../language-service/index.js';
import { createSnapshot, defaultSamplePeriod, emptyPool } from '../metrics/metrics-snapshot.js';

export interface Evaluated {
  /** The result string, or the error of the service. */
  readonly text: string;
  readonly failed: boolean;
  readonly live: LiveValues;
}

/** Evaluates a formula on an empty pool without samples, as the service does right after a pool was made. */
export function evaluateNow(source: SourceText, now: Date): Evaluated {
  const label = 'an evaluation on an empty pool';
  const { value, serviceError } = compileFormula(source);
  if (value === undefined) {
    const text = `${serviceError!.code}: ${serviceError!.values[0]?.value ?? serviceError!.message}`;
    return { text, failed: true, live: { label, variables: new Map() } };
  }
  const view = createSnapshot({
    now: parseIsoInstant(now.toISOString())!,
    samplePeriod: defaultSamplePeriod,
    pool: emptyPool,
    series: new Map(),
  });
  const run = value.createEvaluator(() => 0.5)(view);
  const variables = new Map([
    ['$TargetDedicatedNodes', String(run.targetDedicatedNodes)],
    ['$TargetLowPriorityNodes', String(run.targetLowPriorityNodes)],
    ['$NodeDeallocationOption', run.nodeDeallocationOption],
    ...[...run.variables].map(([name, each]): [string, string] => [name, formatValue(each)]),
  ]);
  const { error } = run;
  const text =
    error === undefined ? run.results : `${error.code}: ${error.values[0]?.value ?? error.message}`;
  return { text, failed: error !== undefined, live: { label, variables } };
}
