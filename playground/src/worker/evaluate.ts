import { timestampFromUnixMilliseconds } from '../../../src/base/time/ticks.js';
import { createRandomStream } from '../../../src/base/random/random-stream.js';
import { compileFormula } from '../../../src/evaluator/compile-formula.js';
import { readMetricsFile } from '../../../src/metrics/metrics-file.js';
import { createSnapshot } from '../../../src/metrics/metrics-snapshot.js';
import type { Answers, EvaluateRequest } from './messages.js';
import { observeStatements } from './observe-statements.js';
import { placeDiagnostics } from './place-diagnostics.js';
import { formulaFile } from './virtual-files.js';

export const metricsFile = 'metrics.yaml';

/** One evaluation: what `poolscale eval` answers. */
export function evaluate({ formula, metrics }: EvaluateRequest): Answers['evaluate'] {
  const nothing = { results: '', unverified: [], statements: [] };
  const file = readMetricsFile({ name: metricsFile, text: metrics });
  if (file.value === undefined) {
    return { ...nothing, diagnostics: placeDiagnostics(file.diagnostics, metricsFile) };
  }
  const compiled = compileFormula({ name: formulaFile, text: formula });
  const diagnostics = placeDiagnostics(compiled.diagnostics, formulaFile);
  if (compiled.value === undefined) {
    const { code, message } = compiled.serviceError!;
    return { ...nothing, error: `HTTP 400 ${code}: ${message}`, diagnostics };
  }
  const now = file.value.now ?? timestampFromUnixMilliseconds(Date.now());
  const view = createSnapshot({ ...file.value, now });
  const draws = createRandomStream('1', 'eval/rand');
  let count = 0;
  const { observe, statements } = observeStatements(compiled.value.program);
  const run = compiled.value.createEvaluator(() => draws.uniform(count++), observe)(view);
  const detail = run.error?.values.map(({ value }) => value).join('; ');
  return {
    results: run.results,
    unverified: run.unverified,
    statements: statements(),
    diagnostics,
    ...(run.error === undefined ? {} : { error: `${run.error.code}: ${detail ?? ''}` }),
  };
}
