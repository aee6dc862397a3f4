import type { Rule } from '../rule.js';
import { unguardedReads } from './windows/unguarded-reads.js';

export const unguardedWindow: Rule = {
  id: 'unguarded-window',
  category: 'reliability',
  level: 'warning',
  summary: 'samples of a window are read where too few of them may be there',
  since: '0.2.0',
  check: ({ flow }) =>
    unguardedReads(flow)
      .filter(({ guards }) => guards.length === 0)
      .map(({ expression }) => ({
        span: expression.span,
        message: `the evaluation fails while less than 70 % of the ${expression.metricName} samples of this window are there, as on every new pool`,
        help: `read the window only in the branch of a ternary whose condition asks ${expression.metricName}.GetSamplePercent of the same window, or give GetSample a percentage of its own`,
      })),
};
