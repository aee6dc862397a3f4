import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('double-counting');

describe('double-counting', () => {
  const sample = (metric: string): string => `max(0, $${metric}.GetSample(1))`;

  it('reports a sum of $PendingTasks and of what it contains', () => {
    const sum = `${sample('PendingTasks')} + ${sample('RunningTasks')}`;
    code(`n = ${sum}; $TargetDedicatedNodes = min(n, 9);`).toReport(sum);
    const call = 'sum($ActiveTasks.GetSample(1), $PendingTasks.GetSample(1))';
    code(`$TargetDedicatedNodes = min(9, ${call});`).toReport(call);
  });

  it('reports targets that both follow the whole count', () => {
    code(
      `n = ${sample('PendingTasks')}; $TargetDedicatedNodes = min(n, 9); $TargetLowPriorityNodes = min(n, 4);`,
    ).toReport('min(n, 4)');
  });

  it('is content with waiting and running tasks together', () => {
    code(
      `$TargetDedicatedNodes = min(9, ${sample('ActiveTasks')} + ${sample('RunningTasks')});`,
    ).toBeClean();
  });

  it('is content where the second target takes what is left, or each a share', () => {
    code(
      `n = ${sample('PendingTasks')}; $TargetDedicatedNodes = min(n, 9); $TargetLowPriorityNodes = max(0, n - $TargetDedicatedNodes);`,
    ).toBeClean();
    code(
      `n = ${sample('PendingTasks')}; $TargetDedicatedNodes = 0.3 * n; $TargetLowPriorityNodes = 0.7 * n;`,
    ).toBeClean();
    code(
      `n = ${sample('PendingTasks')}; night = time().hour > 20; $TargetDedicatedNodes = night ? 0 : n; $TargetLowPriorityNodes = night ? n : 0;`,
    ).toBeClean();
  });

  it('is content where the sum only answers whether there is work', () => {
    code(
      `busy = ${sample('PendingTasks')} + ${sample('RunningTasks')} > 0; $TargetDedicatedNodes = busy ? 4 : 0;`,
    ).toBeClean();
  });
});
