import type { FunctionCall, SampleRead } from '../flow/flow.js';
import { surround } from '../fix.js';
import type { Rule } from '../rule.js';

/** Samples that may be none: a number of them on a new pool, or a window of which next to nothing is demanded. */
function mayBeEmpty({ isWindow, percent }: SampleRead): boolean {
  return !isWindow || (percent?.known === true && percent.max <= 1);
}

function isExtremum({ expression }: FunctionCall): boolean {
  return expression.function === 'max' || expression.function === 'min';
}

export const aggregateOfEmptySamples: Rule = {
  id: 'aggregate-of-empty-samples',
  category: 'reliability',
  level: 'info',
  summary: 'max or min is taken of samples that may be none',
  fixable: 'suggestion',
  since: '0.2.0',
  check: ({ flow: { calls, samples, factsOf } }) => {
    const empty = new Set(
      samples.filter(mayBeEmpty).map(({ expression }) => factsOf(expression).symbol),
    );
    return calls
      .filter(
        (call) =>
          isExtremum(call) &&
          call.arguments.length > 0 &&
          call.arguments.every(({ symbol }) => empty.has(symbol)),
      )
      .map(({ expression }) => {
        const [first] = expression.arguments;
        const start = { start: first!.span.start, end: first!.span.start };
        return {
          span: expression.span,
          message: `there may be no sample at all, and what ${expression.function} gives then is not documented`,
          help: 'give it a number as well, as in max(0, ...)',
          fixes: [surround('give it 0 as well', start, '0, ', '', false)],
        };
      });
  },
};
