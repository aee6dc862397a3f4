import type * as FastCheck from 'fast-check';

import type { MetricName } from '../../language/variables.js';
import type { PoolCounts } from '../../metrics/metrics-snapshot.js';
import type { ForAll, NumberRange, SeriesRange } from '../test-suite.js';

/** What one run of a property meets. */
export interface DrawnHistory {
  readonly series: ReadonlyMap<MetricName, readonly number[]>;
  readonly pool: Partial<PoolCounts>;
}

function number(
  fc: typeof FastCheck,
  { low, high, whole }: NumberRange,
): FastCheck.Arbitrary<number> {
  return whole
    ? fc.integer({ min: low, max: high })
    : fc.double({ min: low, max: high, noNaN: true, noDefaultInfinity: true });
}

/** Drops places outside the series; adds the oldest ones until the smallest share is reached. */
function missingPlaces(
  drawn: readonly number[],
  length: number,
  { low, high }: NumberRange,
): ReadonlySet<number> {
  const most = Math.floor((high / 100) * length);
  const least = Math.min(most, Math.ceil((low / 100) * length));
  const places = new Set(drawn.filter((place) => place < length).slice(0, most));
  for (let place = 0; places.size < least; place++) places.add(place);
  return places;
}

function samples(
  fc: typeof FastCheck,
  { values, samples: { low, high }, missing }: SeriesRange,
): FastCheck.Arbitrary<readonly number[]> {
  const size = { minLength: low, maxLength: high, size: 'max' } as const;
  const places = fc.subarray(
    Array.from({ length: missing.high === 0 ? 0 : high }, (_, place) => place),
    { maxLength: Math.floor((missing.high / 100) * high) },
  );
  return fc.tuple(fc.array(number(fc, values), size), places).map(([drawn, absent]) => {
    const gaps = missingPlaces(absent, drawn.length, missing);
    return drawn.map((value, place) => (gaps.has(place) ? NaN : value));
  });
}

/** Histories within the ranges of a property, for fast-check to draw and to shrink. */
export function historyArbitrary(
  fc: typeof FastCheck,
  { series, pool }: ForAll,
): FastCheck.Arbitrary<DrawnHistory> {
  const metrics = [...series.keys()];
  const keys = [...pool.keys()];
  return fc
    .tuple(
      fc.tuple(...[...series.values()].map((range) => samples(fc, range))),
      fc.tuple(...[...pool.values()].map((range) => number(fc, range))),
    )
    .map(([allSamples, counts]) => ({
      series: new Map(metrics.map((metric, index) => [metric, allSamples[index]!])),
      pool: Object.fromEntries(keys.map((key, index) => [key, counts[index]!])),
    }));
}
