import { describe, expect, it } from 'vitest';

import { createSampler, type Distribution } from '../../../src/base/random/distribution.js';
import { createRandomStream } from '../../../src/base/random/random-stream.js';

describe('a random stream', () => {
  it('is a pure function of seed, name, entity and draw, pinned for ever', () => {
    const stream = createRandomStream('42', 'scheduling-latency');
    expect([stream.uniform(0), stream.uniform(1), stream.uniform(1, 1)]).toMatchInlineSnapshot(`
      [
        0.12008264954499193,
        0.7362208139282918,
        0.9119837887924205,
      ]
    `);
    expect(stream.uniform(0)).toBe(createRandomStream('42', 'scheduling-latency').uniform(0));
  });

  it('differs by seed, name, entity and draw', () => {
    const values = [
      createRandomStream('1', 'a').uniform(0),
      createRandomStream('2', 'a').uniform(0),
      createRandomStream('1', 'b').uniform(0),
      createRandomStream('1', 'a').uniform(1),
      createRandomStream('1', 'a').uniform(0, 1),
      createRandomStream('1', 'a').uniform(2 ** 40),
    ];
    expect(new Set(values).size).toBe(values.length);
  });

  it('is uniform over entities: chi-square of 100 cells', () => {
    const stream = createRandomStream('7', 'uniformity');
    const cells = new Float64Array(100);
    const draws = 100_000;
    for (let entity = 0; entity < draws; entity++) {
      cells[Math.floor(stream.uniform(entity) * 100)]! += 1;
    }
    const expected = draws / 100;
    const chiSquare = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 99 degrees of freedom: 61 to 149 holds 99.9 % of all seeds; this seed is fixed.
    expect(chiSquare).toBeGreaterThan(61);
    expect(chiSquare).toBeLessThan(149);
  });
});

describe('distributions', () => {
  const mean = (distribution: Distribution): number => {
    const sampler = createSampler(distribution);
    const steps = 200_000;
    let sum = 0;
    for (let i = 0; i < steps; i++) sum += sampler((i + 0.5) / steps);
    return sum / steps;
  };

  it.each<[string, Distribution, number]>([
    ['constant', { constant: 5 }, 5],
    ['uniform', { uniform: [10, 30] }, 20],
    ['exponential', { exponential: { mean: 7 } }, 7],
    [
      'lognormal: median times exp(sigma^2 / 2)',
      { lognormal: { median: 300, sigma: 0.38 } },
      322.46,
    ],
    ['empirical', { empirical: [3, 1, 2, 10] }, 4],
    ['bounded', { uniform: [0, 10], min: 5, max: 5 }, 5],
  ])('%s has the right mean', (_, distribution, expected) => {
    expect(mean(distribution) / expected).toBeCloseTo(1, 3);
  });

  it('a lognormal takes its median at one half', () => {
    expect(createSampler({ lognormal: { median: 3, sigma: 0.25 } })(0.5)).toBeCloseTo(3, 12);
  });

  it('no uniform number in [0, 1) gives an infinite or missing value', () => {
    for (const distribution of [
      { exponential: { mean: 1 } },
      { lognormal: { median: 1, sigma: 1 } },
      { empirical: [1, 2] },
    ]) {
      for (const u of [0, 2 ** -53, 0.5, 1 - 2 ** -53]) {
        expect(createSampler(distribution)(u)).toSatisfy(Number.isFinite);
      }
    }
  });
});
