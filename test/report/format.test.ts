import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatDuration, formatElapsed } from '../../src/report/format/duration.js';
import {
  formatDifference,
  formatEstimate,
  formatFigure,
} from '../../src/report/format/figure-value.js';
import { formatNumber } from '../../src/report/format/number.js';
import { shortNames } from '../../src/report/format/short-names.js';
import { utcClock } from '../../src/report/format/utc-clock.js';
import { runVariables } from '../../src/report/runs/autoscale-runs.js';
import { stretched } from '../../src/report/terminal/area-chart.js';
import { printable, textWidth } from '../../src/report/terminal/text-width.js';
import { autoScaleRun } from './run-record-fixture.js';

describe('durations for people', () => {
  it.each([
    [0, '0s'],
    [0.35, '350ms'],
    [0.9996, '1s'],
    [12.345, '12.3s'],
    [59.96, '1m'],
    [60, '1m'],
    [250, '4m 10s'],
    [3599.7, '1h'],
    [3600, '1h'],
    [4980, '1h 23m'],
    [86_399, '1d'],
    [273_600, '3d 4h'],
    [-250, '-4m 10s'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it('never name a part that is full, such as 60s or 24h', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (seconds) => {
        const text = formatDuration(seconds);
        expect(text).not.toMatch(/(?:^|\s)(?:60s|60m|24h|1000ms)/);
      }),
    );
  });

  it('elapsed times align', () => {
    expect([0, 3661.9, 90_061].map(formatElapsed)).toEqual(['00:00:00', '01:01:01', '1d 01:01:01']);
  });

  it('the clock is in UTC, whatever the time zone of the machine', () => {
    expect(utcClock('2026-03-01T23:59:59.500Z', 1.6)).toBe('2026-03-02 00:00:01');
  });
});

describe('numbers for people', () => {
  it.each([
    [1_234_567, 0, '1,234,567'],
    [999, 0, '999'],
    [1234.5, 2, '1,234.50'],
    [-1234, 0, '-1,234'],
    [-0.001, 2, '0.00'],
  ])('%d with %d decimals is %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });
});

describe('figures for people', () => {
  it.each([
    ['money', 66.523, '66.52 USD'],
    ['money', 0.0123, '0.0123 USD'],
    ['node-hours', 346.52, '346.5 h'],
    ['node-hours', 8.564, '8.56 h'],
    ['seconds', 434, '7m 14s'],
    ['count', 1200, '1,200'],
    ['count', 78.6, '78.6'],
    ['fraction', 0.9637, '96.4 %'],
    ['seconds', null, '-'],
  ] as const)('%s %d is %s', (unit, value, text) => {
    expect(formatFigure(unit, value, 'USD')).toBe(text);
  });

  it('a mean and its interval have the same decimals', () => {
    const around = (mean: number, half: number) => ({
      mean,
      low: mean - half,
      high: mean + half,
      count: 5,
    });
    expect(formatEstimate('money', around(66.5, 0.0836), 'USD')).toBe('66.50 ± 0.08 USD');
    expect(formatEstimate('node-hours', around(346.5, 0.44))).toBe('346.5 ± 0.4 h');
    expect(formatEstimate('seconds', around(434, 49.1))).toBe('7m 14s ± 49s');
    expect(formatEstimate('fraction', around(0.5, 0.25))).toBe('50.0 ± 25.0 %');
    expect(formatEstimate('count', around(100, 0))).toBe('100');
    expect(formatEstimate('count', { mean: 3, count: 1 })).toBe('3');
    expect(formatDifference('count', around(2, 1))).toBe('+2 ± 1.0');
    expect(formatDifference('count', around(-2, 1))).toBe('-2 ± 1.0');
    expect(formatDifference('count', around(0, 0))).toBe('same');
    expect(formatDifference('count', around(0, 1))).toBe('0 ± 1.0');
  });
});

describe('names of formulas', () => {
  it('lose what they have in common, and never become equal', () => {
    expect(shortNames(['f/a.autoscale', 'f/b.autoscale'])).toEqual(['a', 'b']);
    expect(shortNames(['old/a.autoscale', 'new/a.autoscale'])).toEqual(['old/a', 'new/a']);
    expect(shortNames(['a.autoscale', 'a.autoscale'])).toEqual(['a.autoscale', 'a.autoscale']);
  });
});

describe('variables of an autoscale run', () => {
  it('come from the result string, without its head', () => {
    const results =
      '$TargetDedicatedNodes=4;$TargetLowPriorityNodes=0;$NodeDeallocationOption=requeue;$tasks=1.5;note=a=b;c;v=[1,2]';
    expect(runVariables(autoScaleRun({ results }))).toEqual([
      ['$tasks', '1.5'],
      ['note', 'a=b;c'],
      ['v', '[1,2]'],
    ]);
    expect(runVariables(autoScaleRun({ results: '' }))).toEqual([]);
  });
});

describe('text in a terminal', () => {
  it('has the width that terminals give it', () => {
    expect(textWidth('abc')).toBe(3);
    expect(textWidth('日本')).toBe(4);
    expect(textWidth('e\u0301')).toBe(1);
    expect(textWidth('😀')).toBe(2);
  });

  it('cannot steer the terminal', () => {
    expect(printable('a\u001b[31mb\r\n\u202ec')).toBe('a\\u001b[31mb\\u000d\\u000a\\u202ec');
  });

  it('series are stretched and squeezed without losing their mean', () => {
    expect(stretched([1, 3], 4)).toEqual([1, 1, 3, 3]);
    expect(stretched([1, 3, 5, 7], 2)).toEqual([2, 6]);
    expect(stretched([1, 2, 3], 1)).toEqual([2]);
  });
});
