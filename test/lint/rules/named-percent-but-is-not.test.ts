import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('named-percent-but-is-not');

describe('named-percent-but-is-not', () => {
  it('reports a percentage that is a number of tasks', () => {
    code('samplePercent = avg($PendingTasks.GetSample(4));').toReport('samplePercent');
  });

  it('is content with percentages and with other names', () => {
    code('samplePercent = $PendingTasks.GetSamplePercent(TimeInterval_Hour);').toBeClean();
    code('share_pct = 80; load = avg($PendingTasks.GetSample(4));').toBeClean();
  });
});
