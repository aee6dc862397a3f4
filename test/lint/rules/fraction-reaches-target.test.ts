import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('fraction-reaches-target');

describe('fraction-reaches-target', () => {
  const tasks = 'n = max(0, $PendingTasks.GetSample(1));';

  it('reports a quotient of tasks, whatever stands between it and the target', () => {
    code(`${tasks} $TargetDedicatedNodes = min(9, n / 4);`).toReport('n / 4');
    code(
      `${tasks} q = n / $TaskSlotsPerNode; q = q < 1 ? 1 : q; $TargetDedicatedNodes = q;`,
    ).toReport('n / $TaskSlotsPerNode');
    code('v = $PendingTasks.GetSample(2); $TargetLowPriorityNodes = max(v / 3);').toReport('v / 3');
  });

  it('reports what is made up for by arithmetic', () => {
    code(`${tasks} $TargetDedicatedNodes = (n + 3) / 4;`).toReport('(n + 3) / 4');
    code(`${tasks} $TargetDedicatedNodes = n / 4 + 0.5;`).toReport('n / 4');
  });

  it('suggests to round up', () => {
    code(`${tasks} $TargetDedicatedNodes = n / 4;`).toBeFixedTo(
      `${tasks} $TargetDedicatedNodes = ceil(n / 4);`,
      'suggestion',
    );
  });

  it('is content with a rounded quotient', () => {
    code(`${tasks} $TargetDedicatedNodes = min(9, ceil(n / 4));`).toBeClean();
    code(`${tasks} q = n / 4; $TargetDedicatedNodes = floor(q) + 1;`).toBeClean();
  });

  it('is content with averages, halved targets and quotients of constants', () => {
    code('$TargetDedicatedNodes = avg($PendingTasks.GetSample(5));').toBeClean();
    code('$TargetDedicatedNodes = $TargetDedicatedNodes / 2;').toBeClean();
    code(`${tasks} $TargetDedicatedNodes = min(30 / 4, n);`).toBeClean();
  });

  it('is content where the quotient only decides a condition', () => {
    code(`${tasks} $TargetDedicatedNodes = n / 4 > 2 ? 5 : 1;`).toBeClean();
  });
});
