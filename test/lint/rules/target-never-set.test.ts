import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('target-never-set');

describe('target-never-set', () => {
  it('reports a formula that sets none', () => {
    code('n = 2; m = n;').toReport('m = n');
    code('n = 2; m = n;').toHaveLevels('warning');
  });

  it('is an error where a target was meant', () => {
    code('$targetDedicatedNodes = 2; m = 1;').toReport('$targetDedicatedNodes');
    code('$targetDedicatedNodes = 2; m = 1;').toHaveLevels('error');
  });

  it('is content with any target, under any of its names', () => {
    code('$TargetLowPriorityNodes = 2;').toBeClean();
    code('$TargetDedicated = 2;').toBeClean();
  });
});
