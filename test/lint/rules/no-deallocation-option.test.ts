import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('no-deallocation-option');

describe('no-deallocation-option', () => {
  it('reports a formula that sets a target only', () => {
    code('$TargetDedicatedNodes = 2;').toReport('$TargetDedicatedNodes');
    code('$TargetDedicatedNodes = 2;').toBeFixedTo(
      '$NodeDeallocationOption = taskcompletion;\n$TargetDedicatedNodes = 2;',
      'suggestion',
    );
  });

  it('is content with any option, and without a target', () => {
    code('$TargetDedicatedNodes = 2; $NodeDeallocationOption = requeue;').toBeClean();
    code('$TVMDeallocationOption = requeue; $TargetDedicated = 2;').toBeClean();
    code('n = 2;').toBeClean();
  });
});
