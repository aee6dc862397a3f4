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
        message: `the evaluation fails while fewer than 70 % of these samples are there, as on every new pool`,
        help: `ask ${expression.metricName}.GetSamplePercent of the window in the condition of a ternary, and read it in one branch`,
      })),
};
