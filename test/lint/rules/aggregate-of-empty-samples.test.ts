import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('aggregate-of-empty-samples');

describe('aggregate-of-empty-samples', () => {
  it('reports max and min of samples that may be none', () => {
    const text = 'n = max($PendingTasks.GetSample(3));';
    code(text).toReport('max($PendingTasks.GetSample(3))');
    code(text).toBeFixedTo('n = max(0, $PendingTasks.GetSample(3));', 'suggestion');
    code('v = $PendingTasks.GetSample(TimeInterval_Hour, 0); n = min(v);').toReport('min(v)');
  });

  it('is content with a number beside the samples and with a window that demands some', () => {
    code('n = max(0, $PendingTasks.GetSample(3));').toBeClean();
    code('n = max($PendingTasks.GetSample(TimeInterval_Hour, 30));').toBeClean();
  });
});
