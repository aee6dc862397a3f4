import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('window-shorter-than-30s');

describe('window-shorter-than-30s', () => {
  it('reports a window that fits between two samples', () => {
    code('w = TimeInterval_Second * 20; v = $PendingTasks.GetSample(w);').toSay('window of 20 s');
    code(
      'v = $PendingTasks.GetSample(TimeInterval_Minute, TimeInterval_Minute + TimeInterval_Second);',
    ).toSay('window of 1 s');
  });

  it('is content with 30 seconds, and with samples by number', () => {
    code('v = $PendingTasks.GetSample(TimeInterval_Second * 30);').toBeClean();
    code('v = $PendingTasks.GetSample(20);').toBeClean();
  });
});
