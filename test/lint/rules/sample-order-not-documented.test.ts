import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('sample-order-not-documented');

describe('sample-order-not-documented', () => {
  it('reports one of several samples', () => {
    code('v = $PendingTasks.GetSample(5); x = val(v, 4);').toReport('val(v, 4)');
    code('x = val($PendingTasks.GetSample(TimeInterval_Hour, 50), 0);').toReport(
      'val($PendingTasks.GetSample(TimeInterval_Hour, 50), 0)',
    );
  });

  it('is content with the only sample, and with other vectors', () => {
    code('x = val($PendingTasks.GetSample(1), 0);').toBeClean();
    code('x = val(vec(3, 4), 1);').toBeClean();
  });
});
