import { windowSeconds } from '../flow/read-method.js';
import type { Rule } from '../rule.js';
import { samplePeriodSeconds } from './windows/sample-period.js';

export const windowShorterThan30s: Rule = {
  id: 'window-shorter-than-30s',
  category: 'reliability',
  level: 'warning',
  summary: 'a window is shorter than the time between two samples',
  since: '0.2.0',
  check: ({ flow: { samples } }) =>
    samples.flatMap(({ expression, window }) => {
      if (window === undefined || windowSeconds(window) >= samplePeriodSeconds) return [];
      return [
        {
          span: expression.span,
          message: `a window of ${windowSeconds(window)} s is shorter than the ${samplePeriodSeconds} s between two samples, and most of the time it holds none`,
          help: 'read the newest samples by number, as in GetSample(1), or a window of some minutes',
        },
      ];
    }),
};
