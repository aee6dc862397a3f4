import type { Timestamp } from '../base/time/ticks.js';
import { newestVisible, oldestRemembered, type SampleSeries } from './sample-series.js';

/**
 * Some consecutive instants of a series, whose samples are reduced in place: the same samples as those of `samplesBetween` or
 * `latestSamples`, without an array of them. It holds until the series changes.
 */
export interface SampleRange {
  readonly ring: Float64Array;
  /** Place of the oldest sample in the ring. */
  readonly start: number;
  /** How many instants, lost samples included. */
  readonly instants: number;
  /** How many samples. */
  readonly count: number;
}

export const noSamples: SampleRange = {
  ring: new Float64Array(1),
  start: 0,
  instants: 0,
  count: 0,
};

function rangeOf(series: SampleSeries, first: number, last: number): SampleRange {
  if (last < first) return noSamples;
  const { ring } = series;
  const start = first % ring.length;
  const instants = last - first + 1;
  const count = series.lost === 0 ? instants : samplesIn(ring, start, instants);
  return { ring, start, instants, count };
}

function samplesIn(ring: Float64Array, start: number, instants: number): number {
  let count = 0;
  for (let left = instants, i = start; left > 0; left--) {
    const value = ring[i]!;
    if (value === value) count++;
    i = i + 1 === ring.length ? 0 : i + 1;
  }
  return count;
}

/** The samples visible at `now` whose instant is after `from` and not after `to`. */
export function rangeBetween(
  series: SampleSeries | undefined,
  now: Timestamp,
  from: Timestamp,
  to: Timestamp,
): SampleRange {
  if (series === undefined) return noSamples;
  const { origin, period } = series.grid;
  const last = Math.min(newestVisible(series, now), Math.floor((to - origin) / period));
  const first = Math.max(oldestRemembered(series), Math.floor((from - origin) / period) + 1);
  return rangeOf(series, first, last);
}

/** The newest `count` samples visible at `now`, or fewer where there are not as many. */
export function rangeOfLatest(
  series: SampleSeries | undefined,
  now: Timestamp,
  count: number,
): SampleRange {
  if (series === undefined) return noSamples;
  const { ring } = series;
  const last = newestVisible(series, now);
  const oldest = oldestRemembered(series);
  if (series.lost === 0) return rangeOf(series, Math.max(oldest, last - count + 1), last);
  let first = last + 1;
  for (let found = 0; first > oldest && found < count;) {
    first--;
    const value = ring[first % ring.length]!;
    if (value === value) found++;
  }
  return rangeOf(series, first, last);
}

// The reductions are loops of their own: one loop that calls a function for each sample takes several times as long.

/** `initial` plus each sample in turn, oldest first. */
export function addRange(initial: number, { ring, start, instants, count }: SampleRange): number {
  const gaps = count !== instants;
  let sum = initial;
  for (let left = instants, i = start; left > 0; left--) {
    const value = ring[i]!;
    if (!gaps || value === value) sum += value;
    i = i + 1 === ring.length ? 0 : i + 1;
  }
  return sum;
}

/** The larger of `initial` and the samples. */
export function largestInRange(initial: number, range: SampleRange): number {
  const { ring, start, instants } = range;
  let largest = initial;
  for (let left = instants, i = start; left > 0; left--) {
    const value = ring[i]!;
    if (value === value) largest = Math.max(largest, value);
    i = i + 1 === ring.length ? 0 : i + 1;
  }
  return largest;
}

/** The smaller of `initial` and the samples. */
export function smallestInRange(initial: number, range: SampleRange): number {
  const { ring, start, instants } = range;
  let smallest = initial;
  for (let left = instants, i = start; left > 0; left--) {
    const value = ring[i]!;
    if (value === value) smallest = Math.min(smallest, value);
    i = i + 1 === ring.length ? 0 : i + 1;
  }
  return smallest;
}

/** The samples as an array, oldest first. */
export function vectorOfRange(range: SampleRange): readonly number[] {
  const { ring, start, instants } = range;
  const values: number[] = [];
  for (let left = instants, i = start; left > 0; left--) {
    const value = ring[i]!;
    if (value === value) values.push(value);
    i = i + 1 === ring.length ? 0 : i + 1;
  }
  return values;
}
