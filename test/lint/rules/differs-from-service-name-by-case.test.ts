import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('differs-from-service-name-by-case');

describe('differs-from-service-name-by-case', () => {
  it('reports a variable that is a service variable but for case', () => {
    code('$pendingTasks = max(0, $PendingTasks.GetSample(1));').toReport('$pendingTasks');
    code('$taskslotspernode = 4;').toSay('differs from $TaskSlotsPerNode only by case');
  });

  it('is content with other names, and with the name without its $', () => {
    code('$waiting = 1; pendingTasks = 2;').toBeClean();
  });
});
