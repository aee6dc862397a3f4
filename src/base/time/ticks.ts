/**
 * Formula time. An interval is a number of 100 ns ticks; a timestamp is a number of ticks since 2020-01-01T00:00:00Z, so
 * that a double counts single ticks exactly from 1991 to 2048 (design.md section 3).
 */
export type Ticks = number;
export type Timestamp = number;

export const ticksPerMicrosecond = 10;
export const ticksPerMillisecond = 10_000;
export const ticksPerSecond = 10_000_000;
export const ticksPerMinute: number = 60 * ticksPerSecond;
export const ticksPerHour: number = 60 * ticksPerMinute;
export const ticksPerDay: number = 24 * ticksPerHour;

/** Ticks in one quantum (0.25 ms) of simulated time. */
export const ticksPerQuantum = 2500;

/** Milliseconds from 1970-01-01T00:00:00Z to 2020-01-01T00:00:00Z. */
export const epoch2020Milliseconds = 1_577_836_800_000;

export function timestampFromUnixMilliseconds(milliseconds: number): Timestamp {
  return (milliseconds - epoch2020Milliseconds) * ticksPerMillisecond;
}

/** Truncates to whole milliseconds. */
export function unixMillisecondsFromTimestamp(timestamp: Timestamp): number {
  return Math.floor(timestamp / ticksPerMillisecond) + epoch2020Milliseconds;
}
