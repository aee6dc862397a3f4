import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('target-assigned-twice');

describe('target-assigned-twice', () => {
  it('reports a second value', () => {
    code('$TargetDedicatedNodes = 1; $TargetDedicatedNodes = $TargetDedicatedNodes + 1;').toSay(
      '$TargetDedicatedNodes is set 2 times',
    );
  });

  it('is content with one value for each target', () => {
    code('$TargetDedicatedNodes = 1; $TargetLowPriorityNodes = 2; n = 1; n = 2;').toBeClean();
  });
});
