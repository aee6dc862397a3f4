import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('deprecated-name');

describe('deprecated-name', () => {
  it('reports old names wherever they stand, and writes the current ones', () => {
    const text = '$TargetDedicated = $CurrentDedicated + 1; $TVMDeallocationOption = requeue;';
    code(text).toReport('$TargetDedicated', '$CurrentDedicated', '$TVMDeallocationOption');
    code(text).toBeFixedTo(
      '$TargetDedicatedNodes = $CurrentDedicatedNodes + 1; $NodeDeallocationOption = requeue;',
      'fix',
    );
  });

  it('is content with current names', () => {
    code('$TargetDedicatedNodes = $CurrentDedicatedNodes;').toBeClean();
  });
});
