import type { Rule } from '../rule.js';
import { unguardedReads } from './windows/unguarded-reads.js';

export const guardOtherMetric: Rule = {
  id: 'guard-other-metric',
  category: 'reliability',
  level: 'warning',
  summary: 'the percentage is asked of one metric and the samples are read from another',
  since: '0.2.0',
  check: ({ flow }) =>
    unguardedReads(flow).flatMap(({ expression, guards }) => {
      const [guard] = guards;
      const own = guards.some(({ metric }) => metric === expression.metric);
      if (guard === undefined || own) return [];
      return [
        {
          span: expression.span,
          message: `the condition around this asks for the samples of ${guard.metric}, not of ${expression.metricName}`,
          help: `ask ${expression.metricName}.GetSamplePercent of the same window`,
        },
      ];
    }),
};
