import type { Rule } from '../rule.js';

export const lastSampleOnly: Rule = {
  id: 'last-sample-only',
  category: 'reliability',
  level: 'info',
  summary: 'the newest sample is all that the formula looks at',
  since: '0.2.0',
  check: ({ flow: { samples } }) => {
    const [first] = samples;
    const single = samples.every(({ count }) => count?.min === 1 && count.max === 1);
    if (first === undefined || !single) return [];
    return [
      {
        span: first.expression.span,
        message: 'one sample may be a short dip or peak, and the pool follows it',
        help: 'look at a window as well: average it where enough of its samples are there',
      },
    ];
  },
};
