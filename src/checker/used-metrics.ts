import type { MetricName } from '../language/variables.js';
import { partsOf } from './parts-of.js';
import type { TypedExpression, TypedProgram } from './typed-program.js';

/** The sampled variables whose history a program reads, with the first place that does. */
export function usedMetrics(program: TypedProgram): ReadonlyMap<MetricName, TypedExpression> {
  const found = new Map<MetricName, TypedExpression>();
  for (const { value } of program.statements) collect(value, found);
  return found;
}

function collect(expression: TypedExpression, found: Map<MetricName, TypedExpression>): void {
  if (expression.kind === 'method' && !found.has(expression.metric)) {
    found.set(expression.metric, expression);
  }
  for (const part of partsOf(expression)) collect(part, found);
}
