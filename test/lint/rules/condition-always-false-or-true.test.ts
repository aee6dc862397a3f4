import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('condition-always-false-or-true');

describe('condition-always-false-or-true', () => {
  it('reports limits that no weekday meets', () => {
    code('d = time(); x = d.weekday < 1 && d.weekday > 6;').toReport(
      'd.weekday < 1 && d.weekday > 6',
    );
    code('first = 2; last = 4; d = time(); x = d.weekday < first && d.weekday > last;').toReport(
      'd.weekday < first && d.weekday > last',
    );
  });

  it('reports conditions of which one always holds', () => {
    code('h = time().hour; x = h > 6 || h < 20;').toReport('h > 6 || h < 20');
    code('h = time().hour; x = h > 6 || h < 20;').toSay('always true');
  });

  it('reports what the range of a value decides', () => {
    code('x = time().hour <= 23;').toReport('time().hour <= 23');
    code('x = max($RunningTasks.GetSample(1), 2) >= 1 ? 1 : 0;').toReport(
      'max($RunningTasks.GetSample(1), 2) >= 1',
    );
    code('n = max(0, $RunningTasks.GetSample(1)); x = n < 0 ? 1 : 2;').toReport('n < 0');
  });

  it('reports what an earlier condition has decided', () => {
    code('h = time().hour; x = h > 8 ? (h > 7 ? 1 : 2) : 3;').toReport('h > 7');
  });

  it('reports comparisons of numbers once, where they stand', () => {
    code('never = 1 == 2; x = never && $RunningTasks.Count() > 4 ? 1 : 0;').toReport('1 == 2');
    code('x = 1 ? 2 : 3;').toReport('1');
  });

  it('is content with settings, which another pool may have otherwise', () => {
    code('spot = 0; x = spot == 0 ? 1 : 2; both = spot > 0 && x > 1;').toBeClean();
    code('least = 0; n = max(least, $RunningTasks.GetSample(1)); x = n >= least;').toBeClean();
  });

  it('is content with hours that may be met', () => {
    code('h = time().hour; x = h >= 7 && h < 19; y = h < 7 || h >= 19;').toBeClean();
  });

  it('knows nothing of what failed or is hidden', () => {
    code('x = y < 3;').toBeClean();
  });
});
