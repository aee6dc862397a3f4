import type { ValueObserver } from '../../../src/evaluator/evaluation-state.js';
import type { TypedProgram } from '../../../src/checker/typed-program.js';
import { formatValue } from '../../../src/evaluator/display/format-value.js';
import type { TracedStatement, TracedValue } from './messages.js';

/** Notes the value of every expression, statement by statement. */
export function observeStatements(program: TypedProgram): {
  readonly observe: ValueObserver;
  readonly statements: () => TracedStatement[];
} {
  const seen: TracedValue[] = [];
  return {
    observe: ({ span }, value) => {
      seen.push({ start: span.start, end: span.end, value: formatValue(value) });
    },
    statements: () =>
      program.statements.flatMap(({ span }) => {
        const values = seen.filter(({ start, end }) => span.start <= start && end <= span.end);
        return values.length === 0 ? [] : [{ ...span, values }];
      }),
  };
}
