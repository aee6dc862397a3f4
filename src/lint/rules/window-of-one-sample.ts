import { windowSeconds } from '../flow/read-method.js';
import type { Rule } from '../rule.js';
import { samplePeriodSeconds } from './windows/sample-period.js';

export const windowOfOneSample: Rule = {
  id: 'window-of-one-sample',
  category: 'reliability',
  level: 'warning',
  summary: 'a window has room for one sample only',
  since: '0.2.0',
  check: ({ flow: { samples } }) =>
    samples.flatMap(({ expression, window }) => {
      if (window === undefined) return [];
      const seconds = windowSeconds(window);
      if (seconds < samplePeriodSeconds || seconds >= 2 * samplePeriodSeconds) return [];
      return [
        {
          span: expression.span,
          message: `a window of ${seconds} s has room for one sample, which may come up to a minute late`,
          help: 'read a window of some minutes',
        },
      ];
    }),
};
