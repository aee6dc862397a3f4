import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('guard-other-window');

describe('guard-other-window', () => {
  it('reports a window that is not the one that was asked', () => {
    const text =
      'p = $PendingTasks.GetSamplePercent(TimeInterval_Minute * 2); n = p < 70 ? 0 : avg($PendingTasks.GetSample(TimeInterval_Minute * 8));';
    code(text).toReport('$PendingTasks.GetSample(TimeInterval_Minute * 8)');
    code(text).toSay('the samples of the last 120 s, and this reads the last 480 s');
  });

  it('sees one window in two spellings', () => {
    code(
      'p = $PendingTasks.GetSamplePercent(120 * TimeInterval_Second); n = p < 70 ? 0 : avg($PendingTasks.GetSample(TimeInterval_Minute * 2));',
    ).toBeClean();
    code(
      'p = $PendingTasks.GetSamplePercent(TimeInterval_Minute, TimeInterval_Hour); n = p < 70 ? 0 : avg($PendingTasks.GetSample(TimeInterval_Hour, TimeInterval_Minute));',
    ).toBeClean();
  });

  it('says nothing of windows that are no constants', () => {
    code(
      'w = TimeInterval_Minute * $TaskSlotsPerNode; p = $PendingTasks.GetSamplePercent(w); n = p < 70 ? 0 : avg($PendingTasks.GetSample(TimeInterval_Minute));',
    ).toBeClean();
  });
});
