import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('active-tasks-only');

describe('active-tasks-only', () => {
  it('reports a formula that reads the samples of $ActiveTasks alone', () => {
    const text = 'n = max(0, $ActiveTasks.GetSample(1)); $TargetDedicatedNodes = min(n, 9);';
    code(text).toReport('$ActiveTasks.GetSample(1)');
    code(text).toBeFixedTo(text.replace('Active', 'Pending'), 'suggestion');
  });

  it('does not mind of which metric the percentage is asked', () => {
    code(
      'p = $PendingTasks.GetSamplePercent(TimeInterval_Hour); n = p < 70 ? 0 : avg($ActiveTasks.GetSample(TimeInterval_Hour)); $TargetLowPriorityNodes = min(n, 9);',
    ).toReport('$ActiveTasks.GetSample(TimeInterval_Hour)');
  });

  it('is content where other samples are read as well', () => {
    code(
      'n = max(0, $ActiveTasks.GetSample(1)) + max(0, $RunningTasks.GetSample(1)); $TargetDedicatedNodes = min(n, 9);',
    ).toBeClean();
  });

  it('is content with a formula that sets no target', () => {
    code('n = max(0, $ActiveTasks.GetSample(1));').toBeClean();
  });
});
