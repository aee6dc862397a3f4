import { describeWindow } from './windows/describe-window.js';
import { mayBeSameWindow } from '../flow/read-method.js';
import type { Rule } from '../rule.js';
import { unguardedReads } from './windows/unguarded-reads.js';

export const guardOtherWindow: Rule = {
  id: 'guard-other-window',
  category: 'reliability',
  level: 'warning',
  summary: 'the percentage is asked of one window and the samples are read from another',
  since: '0.2.0',
  check: ({ flow }) =>
    unguardedReads(flow).flatMap(({ expression, guards, window }) => {
      const own = guards.filter(({ metric }) => metric === expression.metric);
      const [guard] = own;
      if (guard === undefined) return [];
      if (own.some((each) => mayBeSameWindow(each.window, window))) return [];
      return [
        {
          span: expression.span,
          message: `the condition around this asks for the samples of ${describeWindow(guard.window)}, and this reads ${describeWindow(window)}`,
          help: 'ask the percentage of the window that is read; a variable for it keeps the two alike',
        },
      ];
    }),
};
