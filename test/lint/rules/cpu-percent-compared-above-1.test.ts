import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('cpu-percent-compared-above-1');

describe('cpu-percent-compared-above-1', () => {
  it('reports a limit above 1', () => {
    code('x = avg($CPUPercent.GetSample(3)) > 80 ? 1 : 0;').toReport(
      'avg($CPUPercent.GetSample(3)) > 80',
    );
    code('c = min(1, $CPUPercent.GetSample(1)); x = 50 < c;').toReport('50 < c');
  });

  it('is content with a fraction, and with a percentage that the formula made', () => {
    code('x = avg($CPUPercent.GetSample(3)) > 0.8 ? 1 : 0;').toBeClean();
    code('c = avg($CPUPercent.GetSample(3)) * 100; x = c > 80 ? 1 : 0;').toBeClean();
  });
});
