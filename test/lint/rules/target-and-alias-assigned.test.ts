import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('target-and-alias-assigned');

describe('target-and-alias-assigned', () => {
  it('reports two names of one variable', () => {
    code('$TargetDedicated = 1; $TargetDedicatedNodes = 2;').toReport('$TargetDedicated');
  });

  it('is content with one of them', () => {
    code('$TargetDedicated = 1; $TargetLowPriorityNodes = 2;').toBeClean();
  });
});
