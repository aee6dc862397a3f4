import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('decay-reads-other-target');

describe('decay-reads-other-target', () => {
  const halving = (target: string, read: string): string =>
    `n = max(0, $PendingTasks.GetSample(1)); n = n > 0 ? n : ${read} / 2; ${target} = min(8, n);`;

  it('reports a target that shrinks by a part of the other', () => {
    const text = halving('$TargetLowPriorityNodes', '$TargetDedicatedNodes');
    code(text).toReport('$TargetDedicatedNodes');
    code(text).toBeFixedTo(
      halving('$TargetLowPriorityNodes', '$TargetLowPriorityNodes'),
      'suggestion',
    );
    code(`${text} $TargetDedicatedNodes = 0;`).toReport('$TargetDedicatedNodes');
    code(halving('$TargetDedicatedNodes', '0.5 * $TargetLowPriorityNodes')).toReport(
      '$TargetLowPriorityNodes',
    );
  });

  it('is content with a target that shrinks by a part of itself', () => {
    code(halving('$TargetLowPriorityNodes', '$TargetLowPriorityNodes')).toBeClean();
    code(halving('$TargetDedicatedNodes', '$TargetDedicated')).toBeClean();
  });

  it('is content where the other target follows the load too', () => {
    code(
      `${halving('$TargetDedicatedNodes', '$TargetDedicatedNodes')} $TargetLowPriorityNodes = min(8, n);`,
    ).toBeClean();
  });
});
