import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('window-of-one-sample');

describe('window-of-one-sample', () => {
  it('reports a window of 30 to 60 seconds', () => {
    code('v = $PendingTasks.GetSample(30 * TimeInterval_Second);').toReport(
      '$PendingTasks.GetSample(30 * TimeInterval_Second)',
    );
    code('w = TimeInterval_Minute * 0.75; v = $PendingTasks.GetSample(w, 50);').toReport(
      '$PendingTasks.GetSample(w, 50)',
    );
  });

  it('is content with a minute and more', () => {
    code('v = $PendingTasks.GetSample(TimeInterval_Minute);').toBeClean();
  });
});
