import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('looks-like-interval-constant');

describe('looks-like-interval-constant', () => {
  it('reports a variable that reads like a constant', () => {
    code('TimeIntervalMinute = 3; n = avg($PendingTasks.GetSample(TimeIntervalMinute));').toReport(
      'TimeIntervalMinute',
    );
    code('$timeInterval_Hours = 2;').toReport('$timeInterval_Hours');
  });

  it('is content with other names', () => {
    code('minutes = 3; timeInterval = TimeInterval_Minute * minutes;').toBeClean();
  });
});
