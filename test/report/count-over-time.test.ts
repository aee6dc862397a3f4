import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { followCount } from '../../src/report/inspect/count-over-time.js';

describe('a count that is followed over time', () => {
  it('is told as means of equal stretches, the last of which may be shorter', () => {
    const count = followCount(4);
    count.change(2, 3);
    count.change(5, -1);
    expect(count.until(7)).toEqual({ width: 2, means: [0, 3, 2.5, 2], peak: 3 });
  });

  it('covers everything, in at most as many stretches as asked for', () => {
    const change = fc.record({ after: fc.nat(10_000), by: fc.integer({ min: -3, max: 5 }) });
    fc.assert(
      fc.property(fc.array(change), fc.nat(50_000), (changes, rest) => {
        const count = followCount(8);
        let now = 0;
        let value = 0;
        let area = 0;
        for (const { after, by } of changes) {
          now += after;
          area += after * value;
          value += by;
          count.change(now, by);
        }
        const end = now + rest;
        area += rest * value;
        const { width, means } = count.until(end);
        expect(means.length).toBe(Math.ceil(end / width));
        expect(means.length).toBeLessThanOrEqual(8);
        const told = means.reduce(
          (sum, mean, i) => sum + mean * (Math.min(end, (i + 1) * width) - i * width),
          0,
        );
        expect(told).toBeCloseTo(area, 3);
      }),
    );
  });
});
