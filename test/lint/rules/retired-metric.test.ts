import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('retired-metric');

describe('retired-metric', () => {
  it('reports metrics that are no longer listed', () => {
    code('m = avg($MemoryBytes.GetSample(4)); n = max(0, $NetworkInBytes.GetSample(1));').toReport(
      '$MemoryBytes',
      '$NetworkInBytes',
    );
  });

  it('is content with those that are', () => {
    code('m = avg($CPUPercent.GetSample(4)); n = max(0, $PendingTasks.GetSample(1));').toBeClean();
  });
});
