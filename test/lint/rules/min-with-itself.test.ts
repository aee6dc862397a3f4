import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('min-with-itself');

describe('min-with-itself', () => {
  it('reports the greater of two values in min', () => {
    code('n = $CurrentDedicatedNodes; x = min(n, n - 3);').toReport('min(n, n - 3)');
    code('n = $CurrentDedicatedNodes; x = min(n, max(0, n - 3));').toSay(
      'n makes no difference in this min',
    );
    code('n = $CurrentDedicatedNodes; x = min(n, 4, n);').toReport('min(n, 4, n)');
  });

  it('reports the smaller of two values in max', () => {
    code('n = max(0, $PendingTasks.GetSample(1)); x = max(n / 2, n);').toReport('max(n / 2, n)');
  });

  it('is content with values of which either may be the greater', () => {
    code('x = min($CurrentDedicatedNodes - 3, $TargetDedicatedNodes);').toBeClean();
    code('n = $CurrentDedicatedNodes; x = min(n + 3, 20); y = max(n - 3, 2);').toBeClean();
  });

  it('is content where only a setting makes it so', () => {
    code('step = 0; n = $CurrentDedicatedNodes; x = min(n, n - step);').toBeClean();
  });
});
