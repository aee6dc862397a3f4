import fc from 'fast-check';
import { expect, it } from 'vitest';

import {
  changeLevel,
  createStepSeries,
  stepAreas,
  stepAverages,
  stepEnds,
} from '../../../src/simulator/accounting/step-series.js';

const changes = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: -5, max: 5 })), {
    maxLength: 60,
  })
  .map((list) => list.toSorted((a, b) => a[0] - b[0]));

/** Level times time of [from, to), summed change by change. */
function areaBetween(
  list: readonly (readonly [number, number])[],
  from: number,
  to: number,
): number {
  return list.reduce(
    (total, [at, difference]) => total + difference * Math.max(0, to - Math.max(from, at)),
    0,
  );
}

function levelBefore(list: readonly (readonly [number, number])[], end: number): number {
  return list.reduce((level, [at, difference]) => (at < end ? level + difference : level), 0);
}

it('agrees with summing change by change, however often steps were merged', () => {
  fc.assert(
    fc.property(changes, fc.integer({ min: 1, max: 50 }), (list, step) => {
      const series = createStepSeries(1, step);
      for (const [at, difference] of list) changeLevel(series, 0, difference, at);
      const end = (list.at(-1)?.[0] ?? 0) + 7;
      const areas = stepAreas(series, 0, end);
      const width = series.step;
      const expected = areas.map((_, i) =>
        areaBetween(list, i * width, Math.min(end, (i + 1) * width)),
      );
      expect(areas).toEqual(expected);
      expect(areas.length).toBe(Math.ceil(end / width));
      expect(areas.length).toBeLessThanOrEqual(2049);
      expect(stepEnds(series, 0, end)).toEqual(
        areas.map((_, i) => levelBefore(list, Math.min(end, (i + 1) * width))),
      );
    }),
    { numRuns: 200 },
  );
});

it('divides the last step by the part of it that has passed', () => {
  const series = createStepSeries(1, 10);
  changeLevel(series, 0, 4, 0);
  expect(stepAverages(series, 0, 25)).toEqual([4, 4, 4]);
});
