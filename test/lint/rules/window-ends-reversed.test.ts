import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('window-ends-reversed');

describe('window-ends-reversed', () => {
  it('reports the older end first, and swaps the ends', () => {
    const text = 'v = $PendingTasks.GetSample(TimeInterval_Hour, TimeInterval_Minute, 50);';
    code(text).toReport('TimeInterval_Hour, TimeInterval_Minute');
    code(text).toBeFixedTo(
      'v = $PendingTasks.GetSample(TimeInterval_Minute, TimeInterval_Hour, 50);',
      'suggestion',
    );
  });

  it('is content with the newer end first, and with one end', () => {
    code('v = $PendingTasks.GetSample(TimeInterval_Minute * 0, TimeInterval_Hour);').toBeClean();
    code('v = $PendingTasks.GetSample(TimeInterval_Hour, 50);').toBeClean();
  });
});
