import type { Rule } from '../rule.js';

export const weekendNumber: Rule = {
  id: 'weekend-number',
  category: 'suspicious',
  level: 'warning',
  summary: 'a condition takes Sunday for 0 or for 7, and only one of them can be right',
  since: '0.2.0',
  check: ({ flow: { weekdays } }) =>
    weekdays
      .filter(({ at0, at7 }) => at0 !== at7)
      .map(({ span, at7 }) => ({
        span,
        message: `this holds on a Sunday if the service numbers it ${at7 ? '7, and not if it numbers it 0' : '0, and not if it numbers it 7'}`,
        help: 'Monday is 1; for the weekend write weekday < 1 || weekday > 5, which is right for either number',
      })),
};
