import type { Facts } from '../flow/facts.js';
import type { Rule } from '../rule.js';

function isShare({ constant, min, max }: Facts): boolean {
  return constant && min > 0 && max <= 100;
}

export const sumOfPercentsCompared: Rule = {
  id: 'sum-of-percents-compared',
  category: 'suspicious',
  level: 'warning',
  summary: 'a sum of sample percentages is compared with the limit of one',
  since: '0.2.0',
  check: ({ flow: { comparisons } }) =>
    comparisons
      .filter(
        ({ left, right }) =>
          (left.percents.length > 1 && isShare(right)) ||
          (right.percents.length > 1 && isShare(left)),
      )
      .map(({ span }) => ({
        span,
        message: 'percentages of several metrics are added up and compared with the limit of one',
        help: 'compare each of them, joined by && or ||',
      })),
};
