import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('last-sample-only');

describe('last-sample-only', () => {
  it('reports a formula that reads the newest sample only', () => {
    code('n = max(0, $PendingTasks.GetSample(1)) + max(0, $FailedTasks.GetSample(1));').toReport(
      '$PendingTasks.GetSample(1)',
    );
  });

  it('is content where a window or several samples are read as well', () => {
    code(
      'n = max($PendingTasks.GetSample(1), $PendingTasks.GetSample(TimeInterval_Hour));',
    ).toBeClean();
    code('n = avg($PendingTasks.GetSample(4));').toBeClean();
  });
});
