import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('interval-where-percent-meant');

describe('interval-where-percent-meant', () => {
  it('reports a percentage that was multiplied by an interval', () => {
    const text =
      'v = $PendingTasks.GetSample(240 * TimeInterval_Second, 80 * TimeInterval_Second);';
    code(text).toReport('80 * TimeInterval_Second');
    code(text).toBeFixedTo(
      'v = $PendingTasks.GetSample(240 * TimeInterval_Second, 80);',
      'suggestion',
    );
  });

  it('is content with usual lengths of time and with windows from the newer to the older end', () => {
    code(
      'v = $PendingTasks.GetSample(TimeInterval_Minute * 10, 60 * TimeInterval_Second);',
    ).toBeClean();
    code(
      'v = $PendingTasks.GetSample(70 * TimeInterval_Second, 240 * TimeInterval_Second);',
    ).toBeClean();
  });
});
