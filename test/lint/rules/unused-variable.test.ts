import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('unused-variable');

describe('unused-variable', () => {
  it('reports a variable that nothing reads', () => {
    code('least = 1; $TargetDedicatedNodes = 4;').toReport('least');
    code('a = 1; a = 2; $TargetDedicatedNodes = 4;').toReport('a');
  });

  it('is content with a variable that is read once', () => {
    code('a = 1; b = a; $TargetDedicatedNodes = b; b = 3;').toBeClean();
  });

  it('is content with a formula that is evaluated for its variables', () => {
    code('ratio = avg($RunningTasks.GetSample(4));').toBeClean();
  });
});
