import type { Rule } from '../rule.js';

export const sampleOrderNotDocumented: Rule = {
  id: 'sample-order-not-documented',
  category: 'reliability',
  level: 'info',
  summary: 'one of several samples is taken by its place, and their order is not documented',
  since: '0.2.0',
  check: ({ flow: { calls, samples, factsOf } }) => {
    const several = new Set(
      samples
        .filter(({ count }) => count === undefined || count.max > 1)
        .map(({ expression }) => factsOf(expression).symbol),
    );
    return calls
      .filter(
        ({ expression, arguments: values }) =>
          expression.function === 'val' && several.has(values[0]!.symbol),
      )
      .map(({ expression }) => ({
        span: expression.span,
        message: 'nobody has recorded whether the newest sample comes first or last',
        help: 'for the newest sample take val(....GetSample(1), 0)',
      }));
  },
};
