import type { Rule } from '../rule.js';

export const samplePercent0Or1: Rule = {
  id: 'sample-percent-0-or-1',
  category: 'reliability',
  level: 'info',
  summary: 'the demand for samples is so low that it checks nothing',
  since: '0.2.0',
  check: ({ flow: { samples } }) =>
    samples
      .filter(({ percent }) => percent?.known === true && percent.max <= 1)
      .map(({ expression, percent }) => ({
        span: expression.arguments.at(-1)!.span,
        message: `with a demand of ${percent!.max} % the window may hold no sample at all`,
        help: 'ask GetSamplePercent first, and say what the pool does while there are no samples',
      })),
};
