import { describe, expect, it } from 'vitest';

import { readSeries } from '../../src/metrics/series-notation.js';

const read = (text: string) => readSeries(text, { name: 'series', text });

describe('series notation', () => {
  it.each([
    ['4', [4]],
    ['1 2.5 -3', [1, 2.5, -3]],
    ['0+10x3', [0, 10, 20, 30]],
    ['5-2x2', [5, 3, 1]],
    ['60x2', [60, 60, 60]],
    ['1 _ 2', [1, NaN, 2]],
    ['_x3', [NaN, NaN, NaN]],
    ['7x0', [7]],
    ['', []],
  ])('%s', (text, values) => {
    expect(read(text).value).toEqual(values);
  });

  it('multiplies the step instead of adding it up', () => {
    expect(read('0+0.1x3').value![3]).toBe(3 * 0.1);
    expect(read('0+0.1x10').value![10]).toBe(1);
  });

  it.each(['x', '1+2', '1x', '_3', '1,2', '1+-2x3'])('refuses %s and says where', (element) => {
    const { value, diagnostics } = read(`1 ${element} 2`);
    expect(value).toBeUndefined();
    expect(diagnostics[0]!.span).toEqual({ start: 2, end: 2 + element.length });
  });

  it('refuses more samples than memory should hold', () => {
    expect(read('0x999999999').diagnostics[0]!.code).toBe('series-too-long');
  });
});
