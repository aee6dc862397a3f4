import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('sample-percent-0-or-1');

describe('sample-percent-0-or-1', () => {
  it('reports a demand that checks nothing', () => {
    code('x = max(0, $PendingTasks.GetSample(TimeInterval_Hour, 0));').toReport('0');
    code('few = 1; x = avg($PendingTasks.GetSample(TimeInterval_Hour, few));').toReport('few');
  });

  it('is content with any other demand', () => {
    code('x = avg($PendingTasks.GetSample(TimeInterval_Hour, 5));').toBeClean();
    code('x = max(0, $PendingTasks.GetSample(1));').toBeClean();
  });
});
