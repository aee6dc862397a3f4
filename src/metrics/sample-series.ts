import type { Ticks, Timestamp } from '../base/time/ticks.js';

/** When samples of a pool are taken and when a formula can see them. All metrics of a pool share one grid. */
export interface SampleGrid {
  /** Instant of the first sample. */
  readonly origin: Timestamp;
  readonly period: Ticks;
  /** A sample is visible once its age is at least this. */
  readonly delay: Ticks;
}

/**
 * Samples of one metric at the instants origin, origin + period, ...; a ring that forgets the oldest ones. NaN marks a sample
 * that never appeared.
 */
export interface SampleSeries {
  readonly grid: SampleGrid;
  /** How many of the newest instants are remembered. */
  readonly retained: number;
  /** Ring of the newest values, indexed by instant number modulo its length, which grows up to `retained`. */
  ring: Float64Array;
  /** Number of instants so far, lost samples included. */
  length: number;
  /** How many of the remembered samples are lost; none as a rule, and then nobody looks for gaps. */
  lost: number;
}

export function createSampleSeries(grid: SampleGrid, retained: number): SampleSeries {
  return { grid, retained, ring: new Float64Array(Math.min(64, retained)), length: 0, lost: 0 };
}

/** Adds the sample of the next instant; NaN for a lost one. */
export function appendSample(series: SampleSeries, value: number): void {
  const { ring } = series;
  if (series.length >= ring.length && ring.length < series.retained) {
    // Still growing, so nothing has wrapped: instant i is at index i.
    const larger = new Float64Array(Math.min(series.retained, ring.length * 2));
    larger.set(ring);
    series.ring = larger;
  }
  const index = series.length % series.ring.length;
  if (series.length >= series.ring.length) series.lost -= lossOf(series.ring[index]!);
  series.ring[index] = value;
  series.lost += lossOf(value);
  series.length++;
}

function lossOf(sample: number): 0 | 1 {
  return sample === sample ? 0 : 1;
}

/** Puts a value that came late in the place of a lost one, if its instant is still remembered. */
export function replaceSample(series: SampleSeries, instant: number, value: number): void {
  if (instant < oldestRemembered(series) || instant >= series.length) return;
  const index = instant % series.ring.length;
  series.lost += lossOf(value) - lossOf(series.ring[index]!);
  series.ring[index] = value;
}

/** Number of the newest instant that is visible at `now`; -1 where there is none. */
export function newestVisible(series: SampleSeries, now: Timestamp): number {
  const { origin, period, delay } = series.grid;
  return Math.min(series.length - 1, Math.floor((now - delay - origin) / period));
}

/** Number of the oldest instant that the ring still holds. */
export function oldestRemembered(series: SampleSeries): number {
  return Math.max(0, series.length - series.ring.length);
}

/** The newest `count` samples visible at `now`, oldest first; lost ones were never recorded and are skipped. */
export function latestSamples(series: SampleSeries, now: Timestamp, count: number): number[] {
  const { ring } = series;
  const oldest = oldestRemembered(series);
  const values: number[] = [];
  for (let i = newestVisible(series, now); i >= oldest && values.length < count; i--) {
    const value = ring[i % ring.length]!;
    if (value === value) values.push(value);
  }
  return values.reverse();
}

/** The samples visible at `now` whose instant is after `from` and not after `to`, oldest first. */
export function samplesBetween(
  series: SampleSeries,
  now: Timestamp,
  from: Timestamp,
  to: Timestamp,
): number[] {
  const { ring } = series;
  const { origin, period } = series.grid;
  const last = Math.min(newestVisible(series, now), Math.floor((to - origin) / period));
  const first = Math.max(oldestRemembered(series), Math.floor((from - origin) / period) + 1);
  const values: number[] = [];
  for (let i = first; i <= last; i++) {
    const value = ring[i % ring.length]!;
    if (value === value) values.push(value);
  }
  return values;
}

/** How many samples visible at `now` the history holds. */
export function sampleCount(series: SampleSeries, now: Timestamp): number {
  const { ring } = series;
  let count = 0;
  for (let i = newestVisible(series, now); i >= oldestRemembered(series); i--) {
    const value = ring[i % ring.length]!;
    if (value === value) count++;
  }
  return count;
}

/** Instant of the oldest sample that is visible at `now`; undefined for an empty history. */
export function historyBegin(series: SampleSeries, now: Timestamp): Timestamp | undefined {
  const { ring } = series;
  const last = newestVisible(series, now);
  for (let i = oldestRemembered(series); i <= last; i++) {
    const value = ring[i % ring.length]!;
    if (value === value) return series.grid.origin + i * series.grid.period;
  }
  return undefined;
}
