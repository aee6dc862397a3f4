import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('percent-compared-with-fraction');

describe('percent-compared-with-fraction', () => {
  it('reports a fraction of 1', () => {
    const text = 'x = $PendingTasks.GetSamplePercent(TimeInterval_Hour) < 0.7;';
    code(text).toReport('0.7');
    code(text).toBeFixedTo(text.replace('0.7', '70'), 'suggestion');
    code('p = $PendingTasks.GetSamplePercent(TimeInterval_Hour); f = 0.55; x = f > p;').toReport(
      'f',
    );
  });

  it('is content with percentages, with 0 and with 1', () => {
    code('x = $PendingTasks.GetSamplePercent(TimeInterval_Hour) < 70;').toBeClean();
    code('x = $PendingTasks.GetSamplePercent(TimeInterval_Hour) > 0;').toBeClean();
    code('x = $PendingTasks.GetSamplePercent(TimeInterval_Hour) < 1;').toBeClean();
    code('x = $PendingTasks.GetSamplePercent(TimeInterval_Hour) / 100 < 0.7;').toBeClean();
  });
});
