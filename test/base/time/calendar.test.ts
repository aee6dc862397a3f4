import fc from 'fast-check';
import { expect, it } from 'vitest';

import {
  daysInMonth,
  partsFromTimestamp,
  timestampFromParts,
} from '../../../src/base/time/calendar.js';
import { formatInstant } from '../../../src/base/time/format-instant.js';
import {
  ticksPerMillisecond,
  timestampFromUnixMilliseconds,
} from '../../../src/base/time/ticks.js';

// Whole seconds of the years 1 to 5600: there a double still counts ticks in steps that divide a second.
const instant = fc
  .integer({ min: -62_135_596_800, max: 114_550_000_000 })
  .map((second) => second * 1000);

it('agrees with the UTC getters of Date over five thousand years', () => {
  fc.assert(
    fc.property(instant, (milliseconds) => {
      const date = new Date(milliseconds);
      const parts = partsFromTimestamp(timestampFromUnixMilliseconds(milliseconds));
      expect(parts).toMatchObject({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        second: date.getUTCSeconds(),
        weekday: date.getUTCDay() === 0 ? 7 : date.getUTCDay(),
      });
    }),
    { numRuns: 2000 },
  );
});

it('prints instants as toISOString does, between 1991 and 2048 to the millisecond', () => {
  const near = fc.integer({ min: Date.UTC(1991, 6, 1), max: Date.UTC(2048, 5, 1) });
  fc.assert(
    fc.property(near, (milliseconds) => {
      const timestamp = timestampFromUnixMilliseconds(milliseconds);
      expect(formatInstant(timestamp)).toBe(new Date(milliseconds).toISOString());
      expect(formatInstant(timestamp + 9999)).toBe(new Date(milliseconds).toISOString());
    }),
  );
});

it('builds the timestamp that it takes apart', () => {
  fc.assert(
    fc.property(instant, (milliseconds) => {
      const timestamp = timestampFromUnixMilliseconds(milliseconds);
      const { year, month, day, hour, minute, second, tick } = partsFromTimestamp(timestamp);
      const built = timestampFromParts(year, month, day, hour, minute, second, tick);
      expect(Math.abs(built - timestamp)).toBeLessThan(ticksPerMillisecond);
    }),
  );
});

it('knows the length of months', () => {
  expect([1, 2, 4, 12].map((month) => daysInMonth(2023, month))).toEqual([31, 28, 30, 31]);
  expect([1900, 2000, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29]);
});
