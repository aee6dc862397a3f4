import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('no-upper-clamp');

describe('no-upper-clamp', () => {
  it('reports a target that tasks drive without a limit', () => {
    code('$TargetDedicatedNodes = max(1, $PendingTasks.GetSample(1));').toReport(
      'max(1, $PendingTasks.GetSample(1))',
    );
    code('n = avg($RunningTasks.GetSample(3)) * 2; $TargetLowPriorityNodes = n;').toReport('n');
  });

  it('suggests the limit of the configuration', () => {
    ruleTester('no-upper-clamp', { environment: { maxNodes: 40 } })
      .code('n = sum($PendingTasks.GetSample(3)); $TargetDedicatedNodes = n;')
      .toBeFixedTo(
        'n = sum($PendingTasks.GetSample(3)); $TargetDedicatedNodes = min(40, n);',
        'suggestion',
      );
  });

  it('is content with a limit by min or by a condition', () => {
    code('$TargetDedicatedNodes = max(1, min(9, $PendingTasks.GetSample(1)));').toBeClean();
    code(
      'n = max(0, $PendingTasks.GetSample(1)); most = 9; $TargetDedicatedNodes = n > most ? most : n;',
    ).toBeClean();
    code(
      'n = max(0, $PendingTasks.GetSample(1)); $TargetDedicatedNodes = min($CurrentDedicatedNodes + 4, n);',
    ).toBeClean();
  });

  it('is content with sizes that tasks do not drive', () => {
    code('$TargetDedicatedNodes = $CurrentDedicatedNodes * 1.1;').toBeClean();
  });

  it('takes an unknown limit for one', () => {
    code('$TargetDedicatedNodes = min(most, avg($PendingTasks.GetSample(4)));').toBeClean();
  });
});
