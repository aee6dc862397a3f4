import type { Rule } from '../rule.js';

export const divisorMayBeZero: Rule = {
  id: 'divisor-may-be-zero',
  category: 'reliability',
  level: 'info',
  summary: 'a divisor may be 0',
  since: '0.2.0',
  check: ({ flow: { divisions } }) =>
    divisions
      .filter(({ known, min, max }) => known && min <= 0 && max >= 0)
      .map(({ span }) => ({
        span,
        message: 'this divisor may be 0; what the service does then is not documented',
        help: 'divide in the branch of a ternary that asks whether it is above 0, or by max(1, ...)',
      })),
};
