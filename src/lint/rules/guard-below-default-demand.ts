import { mayBeSameWindow } from '../flow/read-method.js';
import type { Rule } from '../rule.js';
import { defaultDemand, unguardedReads } from './windows/unguarded-reads.js';

export const guardBelowDefaultDemand: Rule = {
  id: 'guard-below-default-demand',
  category: 'reliability',
  level: 'warning',
  summary: 'the condition lets a percentage through for which GetSample still fails',
  since: '0.2.0',
  check: ({ flow }) =>
    unguardedReads(flow).flatMap(({ expression, guards, window }) => {
      const own = guards.filter(
        (guard) => guard.metric === expression.metric && mayBeSameWindow(guard.window, window),
      );
      const least = Math.max(...own.map((guard) => guard.least));
      if (own.length === 0 || least >= defaultDemand) return [];
      return [
        {
          span: expression.span,
          message: `the condition lets ${least} % of the samples through, and GetSample without a percentage demands ${defaultDemand} %`,
          help: `compare with ${defaultDemand}, or give GetSample the percentage of the condition`,
        },
      ];
    }),
};
