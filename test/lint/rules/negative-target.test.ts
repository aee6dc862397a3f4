import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('negative-target');

describe('negative-target', () => {
  it('reports a target that may become negative', () => {
    const text = '$TargetDedicatedNodes = $CurrentDedicatedNodes - 2;';
    code(text).toReport('$CurrentDedicatedNodes - 2');
    code(text).toBeFixedTo(
      '$TargetDedicatedNodes = max(0, $CurrentDedicatedNodes - 2);',
      'suggestion',
    );
  });

  it('is content with a lower limit', () => {
    code('$TargetDedicatedNodes = max(0, $CurrentDedicatedNodes - 2);').toBeClean();
    code('n = $CurrentDedicatedNodes; $TargetDedicatedNodes = n > 2 ? n - 2 : n;').toBeClean();
  });

  it('says nothing of values that it does not know', () => {
    code('$TargetDedicatedNodes = y;').toBeClean();
  });
});
