import type { Facts } from '../flow/facts.js';
import type { Rule } from '../rule.js';

function isAboveOne({ constant, min }: Facts): boolean {
  return constant && min > 1;
}

export const cpuPercentComparedAbove1: Rule = {
  id: 'cpu-percent-compared-above-1',
  category: 'suspicious',
  level: 'info',
  summary: '$CPUPercent is compared with a number above 1, although it is a fraction',
  since: '0.2.0',
  check: ({ flow: { comparisons } }) =>
    comparisons
      .filter(
        ({ left, right }) => (left.cpu && isAboveOne(right)) || (right.cpu && isAboveOne(left)),
      )
      .map(({ span }) => ({
        span,
        message: '$CPUPercent is a fraction of 1 in every documented example',
        help: 'compare it with a number like 0.7',
      })),
};
