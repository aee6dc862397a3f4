import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('mixes-current-and-target');

describe('mixes-current-and-target', () => {
  it('reports demand beyond the target that is added to the current nodes', () => {
    code(
      'more = 8 - $TargetDedicatedNodes; $TargetDedicatedNodes = $CurrentDedicatedNodes + more;',
    ).toReport('$CurrentDedicatedNodes + more');
  });

  it('reports it the other way round', () => {
    const sum = '$TargetLowPriorityNodes + (8 - $CurrentLowPriorityNodes)';
    code(`$TargetLowPriorityNodes = ${sum};`).toReport(sum);
  });

  it('is content with one of them on both sides', () => {
    code(
      'more = 8 - $TargetDedicatedNodes; $TargetDedicatedNodes = $TargetDedicatedNodes + more;',
    ).toBeClean();
    code('$TargetDedicatedNodes = min($CurrentDedicatedNodes + 2, 9);').toBeClean();
  });

  it('is content with a target that this evaluation has set', () => {
    code(
      '$TargetDedicatedNodes = 3; $TargetLowPriorityNodes = $CurrentDedicatedNodes + 9 - $TargetDedicatedNodes;',
    ).toBeClean();
  });
});
