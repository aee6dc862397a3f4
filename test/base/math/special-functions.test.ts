import { expect, it } from 'vitest';

import {
  erfcinv,
  exp,
  ln,
  log10,
  log2,
  studentQuantile,
} from '../../../src/base/math/special-functions.js';

/** Values from tables of the functions, to 15 digits; exact powers must be exact. */
it.each<[string, number, number]>([
  ['ln 2', ln(2), 0.693147180559945],
  ['ln 10', ln(10), 2.302585092994046],
  ['exp 1', exp(1), 2.718281828459045],
  ['exp -20', exp(-20), 2.061153622438558e-9],
  ['log10 2', log10(2), 0.301029995663981],
  ['log2 10', log2(10), 3.321928094887362],
  // z(0.975) = sqrt(2) * erfcinv(0.05)
  ['normal quantile 0.975', Math.SQRT2 * erfcinv(0.05), 1.959963984540054],
  ['Student quantile 0.975, 4 degrees', studentQuantile(0.975, 4), 2.776445105197793],
])('%s', (_, value, expected) => {
  expect(value / expected).toBeCloseTo(1, 13);
});

it('is exact where the result is a whole number', () => {
  expect([log2(8), log2(2 ** 40), log10(1000), ln(1), exp(0)]).toEqual([3, 40, 3, 0, 1]);
});
