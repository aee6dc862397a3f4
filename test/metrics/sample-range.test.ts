import fc from 'fast-check';
import { expect, it } from 'vitest';

import {
  addRange,
  largestInRange,
  rangeBetween,
  rangeOfLatest,
  smallestInRange,
  vectorOfRange,
  type SampleRange,
} from '../../src/metrics/sample-range.js';
import {
  appendSample,
  createSampleSeries,
  latestSamples,
  replaceSample,
  samplesBetween,
  type SampleSeries,
} from '../../src/metrics/sample-series.js';

const sample = fc.oneof(fc.integer({ min: -9, max: 99 }), fc.constant(NaN));

/** A ring that is smaller than its history now and then, and gets some samples late. */
const series: fc.Arbitrary<SampleSeries> = fc
  .tuple(
    fc.integer({ min: 1, max: 40 }),
    fc.array(sample, { maxLength: 60 }),
    fc.array(fc.tuple(fc.nat({ max: 70 }), sample), { maxLength: 5 }),
  )
  .map(([retained, samples, late]) => {
    const made = createSampleSeries({ origin: 0, period: 10, delay: 3 }, retained);
    for (const value of samples) appendSample(made, value);
    for (const [instant, value] of late) replaceSample(made, instant, value);
    return made;
  });

function expectSamples(range: SampleRange, samples: readonly number[]): void {
  expect(vectorOfRange(range)).toEqual(samples);
  expect(range.count).toBe(samples.length);
  expect(addRange(1, range)).toBe(samples.reduce((a, b) => a + b, 1));
  expect(largestInRange(-Infinity, range)).toBe(Math.max(...samples));
  expect(smallestInRange(Infinity, range)).toBe(Math.min(...samples));
}

const instant = fc.integer({ min: -50, max: 700 });

it('a range of a window has the samples of samplesBetween', () => {
  fc.assert(
    fc.property(series, instant, instant, instant, (made, now, from, to) => {
      expectSamples(rangeBetween(made, now, from, to), samplesBetween(made, now, from, to));
    }),
    { numRuns: 1000 },
  );
});

it('a range of the newest has the samples of latestSamples', () => {
  fc.assert(
    fc.property(series, instant, fc.nat({ max: 50 }), (made, now, count) => {
      expectSamples(rangeOfLatest(made, now, count), latestSamples(made, now, count));
    }),
    { numRuns: 1000 },
  );
});

it('a metric without a series has no samples', () => {
  expectSamples(rangeBetween(undefined, 0, -10, 0), []);
  expectSamples(rangeOfLatest(undefined, 0, 3), []);
});
