import { describe, it } from 'vitest';

import { ruleTester } from '../../support/rule-tester.js';

const { code } = ruleTester('weekend-number');

describe('weekend-number', () => {
  it('reports conditions that depend on the number of Sunday', () => {
    code('d = time().weekday; weekend = d >= 6;').toReport('d >= 6');
    code('d = time().weekday; weekend = d >= 6;').toSay('if the service numbers it 7');
    code('d = time(); x = d.weekday == 0 || d.weekday == 6;').toReport(
      'd.weekday == 0 || d.weekday == 6',
    );
  });

  it('is content with Monday to Friday, in one condition or in two', () => {
    code('d = time(); work = d.weekday >= 1 && d.weekday <= 5;').toBeClean();
    code('d = time(); a = d.weekday >= 1; b = d.weekday <= 5; work = a && b;').toBeClean();
    code('d = time(); work = d.weekday >= 1 && d.hour > 8 && d.weekday <= 5;').toBeClean();
  });

  it('is content with a weekend that is right for either number', () => {
    code('d = time(); weekend = d.weekday < 1 || d.weekday > 5;').toBeClean();
    code('d = time(); weekend = !(d.weekday >= 1 && d.weekday <= 5);').toBeClean();
  });
});
