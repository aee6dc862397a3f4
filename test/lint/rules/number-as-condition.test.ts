import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('number-as-condition');

describe('number-as-condition', () => {
  it('reports a number, and compares it with 0', () => {
    const text = 'x = $PendingTasks.Count() ? 3 : 1;';
    code(text).toReport('$PendingTasks.Count()');
    code(text).toBeFixedTo('x = $PendingTasks.Count() > 0 ? 3 : 1;', 'fix');
    code('n = $CurrentDedicatedNodes - 4; x = (n) ? 3 : 1;').toBeFixedTo(
      'n = $CurrentDedicatedNodes - 4; x = (n != 0) ? 3 : 1;',
      'fix',
    );
  });

  it('is content with comparisons, also by way of variables', () => {
    code('x = $PendingTasks.Count() > 0 ? 3 : 1;').toBeClean();
    code(
      'busy = $PendingTasks.Count() > 0; x = busy && !(busy) ? 3 : 1; y = busy ? 1 : 2;',
    ).toBeClean();
  });
});
