import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('divisor-may-be-zero');

describe('divisor-may-be-zero', () => {
  it('reports a divisor that may be 0', () => {
    code('x = 100 / $CurrentDedicatedNodes;').toReport('$CurrentDedicatedNodes');
  });

  it('is content where it cannot be', () => {
    code('x = 100 / max(1, $CurrentDedicatedNodes);').toBeClean();
    code('n = $CurrentDedicatedNodes; x = n > 0 ? 100 / n : 0;').toBeClean();
    code('x = 100 / $TaskSlotsPerNode;').toBeClean();
  });

  it('says nothing of a divisor that it does not know', () => {
    code('x = 100 / y;').toBeClean();
  });
});
