import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('guard-other-metric');
const guarded = (asked: string): string =>
  `p = ${asked}.GetSamplePercent(TimeInterval_Minute); n = p < 70 ? 0 : avg($RunningTasks.GetSample(TimeInterval_Minute));`;

describe('guard-other-metric', () => {
  it('reports samples of a metric for which nobody asked', () => {
    code(guarded('$PendingTasks')).toReport('$RunningTasks.GetSample(TimeInterval_Minute)');
  });

  it('is content where the metric is the same', () => {
    code(guarded('$RunningTasks')).toBeClean();
  });

  it('is content where both metrics are asked', () => {
    code(
      'w = TimeInterval_Minute * 9; n = $ActiveTasks.GetSamplePercent(w) < 70 || $RunningTasks.GetSamplePercent(w) < 70 ? 0 : avg($ActiveTasks.GetSample(w), $RunningTasks.GetSample(w));',
    ).toBeClean();
  });

  it('is content with a number of samples or a percentage of its own', () => {
    code(
      'p = $PendingTasks.GetSamplePercent(TimeInterval_Minute); n = p < 70 ? 0 : max(0, $RunningTasks.GetSample(1), $ActiveTasks.GetSample(TimeInterval_Minute, 20));',
    ).toBeClean();
  });
});
