import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatInstant } from '../../../src/base/time/format-instant.js';
import {
  parseIsoDuration,
  parseIsoInstant,
  parseZoneOffset,
} from '../../../src/base/time/iso8601.js';
import { timestampFromUnixMilliseconds } from '../../../src/base/time/ticks.js';

const second = 10_000_000;

describe('ISO 8601 durations', () => {
  it.each([
    ['PT5M', 300],
    ['PT15M', 900],
    ['PT168H', 604_800],
    ['P7D', 604_800],
    ['P2W', 1_209_600],
    ['P1DT2H3M4S', 93_784],
    ['PT0S', 0],
    ['PT0.5S', 0.5],
    ['PT1.1234567S', 1.1234567],
  ])('%s is %d s', (text, seconds) => {
    expect(parseIsoDuration(text)).toBe(Math.round(seconds * second));
  });

  it('the longest time span of the service is read', () => {
    expect(parseIsoDuration('P10675199DT2H48M5.4775807S')! / second).toBeCloseTo(
      922_337_203_685,
      0,
    );
  });

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    '5M',
    'PT5',
    'P1Y',
    'P1M',
    '-PT5M',
    'PT-5M',
    'P1W2D',
    'pt5m',
    ' PT5M',
    'PT5M ',
  ])('%j is none', (text) => {
    expect(parseIsoDuration(text)).toBeUndefined();
  });
});

describe('ISO 8601 instants', () => {
  it.each([
    ['2026-03-02', '2026-03-02T00:00:00.000Z'],
    ['2026-03-02T08:00Z', '2026-03-02T08:00:00.000Z'],
    ['2026-03-02 08:00:30', '2026-03-02T08:00:30.000Z'],
    ['2026-03-02T08:00:00.1234567Z', '2026-03-02T08:00:00.123Z'],
    ['2026-03-02T08:00:00.123456+00:00', '2026-03-02T08:00:00.123Z'],
    ['2026-03-02T01:30:00+02:00', '2026-03-01T23:30:00.000Z'],
    ['2026-03-02T08:00:00-0830', '2026-03-02T16:30:00.000Z'],
    ['2024-02-29T00:00:00+05', '2024-02-28T19:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(formatInstant(parseIsoInstant(text)!)).toBe(instant);
  });

  it('keep 100 ns, and cut off what is finer', () => {
    const whole = parseIsoInstant('2026-03-02T08:00:00Z')!;
    expect(parseIsoInstant('2026-03-02T08:00:00.0000001Z')! - whole).toBe(1);
    expect(parseIsoInstant('2026-03-02T08:00:00.00000019Z')! - whole).toBe(1);
  });

  it('are in the given zone where they name none', () => {
    expect(formatInstant(parseIsoInstant('2026-03-02 08:00', 120)!)).toBe(
      '2026-03-02T06:00:00.000Z',
    );
    expect(formatInstant(parseIsoInstant('2026-03-02 08:00Z', 120)!)).toBe(
      '2026-03-02T08:00:00.000Z',
    );
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-01T24:00Z',
    '2026-01-01T08:60Z',
    '2026-01-01T08:00:60Z',
    '2026-01-01T08Z',
    '2026-01-01T08:00+15:00',
    '26-01-01',
    'yesterday',
    '',
  ])('%j is none', (text) => {
    expect(parseIsoInstant(text)).toBeUndefined();
  });

  it('agree with Date wherever a double holds every tick (1991 to 2048)', () => {
    const range = { min: new Date('1992-01-01T00:00:00Z'), max: new Date('2047-12-31T23:59:59Z') };
    fc.assert(
      fc.property(fc.date({ ...range, noInvalidDate: true }), (date) => {
        const expected = timestampFromUnixMilliseconds(date.getTime());
        expect(parseIsoInstant(date.toISOString())).toBe(expected);
      }),
    );
  });
});

describe('zone offsets', () => {
  it.each([
    ['UTC', 0],
    ['z', 0],
    ['+02:00', 120],
    ['-0830', -510],
    ['+14', 840],
  ])('%s is %d minutes', (text, minutes) => {
    expect(parseZoneOffset(text)).toBe(minutes);
  });

  it.each(['Europe/Berlin', 'PST', '+2', '+15:00', '+01:60', '02:00'])('%j is none', (text) => {
    expect(parseZoneOffset(text)).toBeUndefined();
  });
});
