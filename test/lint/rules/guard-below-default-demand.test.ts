import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('guard-below-default-demand');
const guarded = (condition: string, percent = ''): string =>
  `w = TimeInterval_Minute * 4; p = $PendingTasks.GetSamplePercent(w); n = ${condition} ? 0 : avg($PendingTasks.GetSample(w${percent}));`;

describe('guard-below-default-demand', () => {
  it('reports a condition that lets less than 70 % through', () => {
    code(guarded('p < 50')).toReport('$PendingTasks.GetSample(w)');
    code(guarded('p < 50')).toSay('lets 50 % of the samples through');
    code(guarded('20 >= p')).toReport('$PendingTasks.GetSample(w)');
  });

  it('is content with 70 % and more', () => {
    code(guarded('p < 70')).toBeClean();
    code(guarded('p <= 95')).toBeClean();
  });

  it('is content where the call has a percentage of its own', () => {
    code(guarded('p < 50', ', 50')).toBeClean();
  });
});
