import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('sum-of-percents-compared');

describe('sum-of-percents-compared', () => {
  const percent = (metric: string): string => `$${metric}.GetSamplePercent(TimeInterval_Hour)`;

  it('reports a sum of percentages that is compared as if it were one', () => {
    code(`p = ${percent('ActiveTasks')} + ${percent('RunningTasks')}; x = p < 70;`).toReport(
      'p < 70',
    );
  });

  it('is content with one percentage, with their mean, and with a limit for the sum', () => {
    code(`x = ${percent('ActiveTasks')} < 70;`).toBeClean();
    code(`x = (${percent('ActiveTasks')} + ${percent('RunningTasks')}) / 2 < 70;`).toBeClean();
    code(`x = ${percent('ActiveTasks')} + ${percent('RunningTasks')} < 140;`).toBeClean();
  });
});
