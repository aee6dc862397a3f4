import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('service-variable-misspelt');

describe('service-variable-misspelt', () => {
  it('reports a target with a slip in its name', () => {
    code('$TargetDedicatedNode = 3;').toReport('$TargetDedicatedNode');
    code('$targetLowPriorityNodes = 3;').toReport('$targetLowPriorityNodes');
    code('TargetDedicatedNodes = 3;').toBeFixedTo('$TargetDedicatedNodes = 3;', 'suggestion');
    code('$TargetDedicatedNodes = 1; NodeDeallocationOption = requeue;').toReport(
      'NodeDeallocationOption',
    );
  });

  it('reports any unread number named a target where none is set', () => {
    code('pool_target = 4;').toReport('pool_target');
  });

  it('is content where the variable is read', () => {
    code('$targetNodes = 4; $TargetDedicatedNodes = $targetNodes;').toBeClean();
  });

  it('is content where the service variable is set as well', () => {
    code('minTargetDedicated = 1; $TargetDedicatedNodes = 4;').toBeClean();
  });

  it('is content with other names', () => {
    code('waiting = max(0, $PendingTasks.GetSample(1));').toBeClean();
  });
});
