import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { costOf, type BilledNodeTime, type PriceBook } from '../../src/pricing/index.js';

const hour = 3600 * 4000;
const book: PriceBook = {
  currency: 'USD',
  note: 'made up',
  nodeHour: new Map([
    ['D4', { dedicated: '0.192', spot: '0.038' }],
    ['D8', { dedicated: '0.0000001' }],
  ]),
};
const time = (changes: Partial<BilledNodeTime> = {}): BilledNodeTime => ({
  poolId: 'p',
  vmSize: 'D4',
  kind: 'dedicated',
  billed: hour,
  ...changes,
});

describe('the cost of node time', () => {
  it('is hours times price, by pool and kind', () => {
    const lines = [time({ billed: 10 * hour }), time({ kind: 'spot', billed: hour / 2 })];
    expect(costOf(lines, book).value).toEqual({
      currency: 'USD',
      note: 'made up',
      lines: [
        {
          poolId: 'p',
          kind: 'dedicated',
          nodeHours: '10',
          pricePerNodeHour: '0.192',
          cost: '1.92',
        },
        { poolId: 'p', kind: 'spot', nodeHours: '0.5', pricePerNodeHour: '0.038', cost: '0.019' },
      ],
      total: '1.939',
    });
  });

  it('is written out, never with an exponent', () => {
    const statement = costOf([time({ vmSize: 'D8', billed: 36 })], book).value!;
    expect(statement.total).toBe('0.00000000000025');
    expect(statement.lines[0]!.nodeHours).toBe('0.0000025');
  });

  it('of no time at all is 0 without lines', () => {
    expect(costOf([time({ billed: 0, vmSize: 'unknown' })], book).value).toMatchObject({
      lines: [],
      total: '0',
    });
  });

  it('names each VM size without a price, and the nearest with one', () => {
    const result = costOf([time({ vmSize: 'D44' }), time({ vmSize: 'D8', kind: 'spot' })], book);
    expect(result.value).toBeUndefined();
    expect(result.diagnostics.map(({ message, help }) => [message, help])).toEqual([
      ['the price book has no dedicated price for vmSize D44', 'did you mean D4?'],
      ['the price book has no spot price for vmSize D8', undefined],
    ]);
  });

  it('agrees with whole-number arithmetic to the last digit', () => {
    // 0.192 a node-hour of 14,400,000 quanta is 1 per 75,000,000 quanta.
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (count) => {
        const statement = costOf([time({ billed: count * 75 })], book).value!;
        const digits = String(count).padStart(7, '0');
        const expected = `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '');
        expect(statement.total).toBe(expected);
      }),
    );
  });
});
