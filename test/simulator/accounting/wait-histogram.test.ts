import fc from 'fast-check';
import { expect, it } from 'vitest';

import {
  addWait,
  createWaitHistogram,
  waitQuantile,
} from '../../../src/simulator/accounting/wait-histogram.js';

function histogramOf(values: readonly number[]): ReturnType<typeof createWaitHistogram> {
  const histogram = createWaitHistogram();
  for (const value of values) addWait(histogram, value);
  return histogram;
}

it('is off by less than 0.1 % from the nearest-rank quantile', () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.maxSafeNat());
  const share = fc.constantFrom(0.01, 0.5, 0.95, 0.99, 1);
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 300 }), share, (values, p) => {
      const exact = values.toSorted((a, b) => a - b)[Math.ceil(p * values.length) - 1]!;
      const found = waitQuantile(histogramOf(values), p)!;
      expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact * 0.001);
    }),
  );
});

it('is exact below 1024 quanta', () => {
  const values = Array.from({ length: 1024 }, (_, i) => i);
  const histogram = histogramOf(values);
  for (const value of [0, 1, 2, 3, 511, 512, 1000, 1023]) {
    expect(waitQuantile(histogram, (value + 1) / 1024)).toBe(value);
  }
});

it('has no quantile of nothing, and exact totals', () => {
  expect(waitQuantile(createWaitHistogram(), 0.5)).toBeNull();
  const histogram = histogramOf([7, 0, 123_456_789]);
  expect(histogram).toMatchObject({ count: 3, total: 123_456_796, largest: 123_456_789 });
});
