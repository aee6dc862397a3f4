import { describe, expect, it } from 'vitest';

import { renderDiagnostic } from '../../src/base/diagnostics/render.js';
import { readPriceBook } from '../../src/pricing/index.js';

const read = (text: string): ReturnType<typeof readPriceBook> =>
  readPriceBook({ name: 'p.yaml', text });
const rendered = (text: string): string =>
  read(text)
    .diagnostics.map((diagnostic) => renderDiagnostic(diagnostic))
    .join('\n');

describe('a price book', () => {
  it('gives prices by VM size as decimal text, and says where they come from', () => {
    const book = read(
      'currency: USD\nnote: made up\ndate: 2026-02-01\nnodeHour:\n  D4: { dedicated: 0.1920, spot: "0.0380" }\n  D8: { dedicated: 1e-7 }\n',
    ).value!;
    expect(book.currency).toBe('USD');
    expect(book.note).toBe('made up, 2026-02-01');
    expect([...book.nodeHour]).toEqual([
      ['D4', { dedicated: '0.192', spot: '0.0380' }],
      ['D8', { dedicated: '0.0000001' }],
    ]);
  });

  it('may be JSON', () => {
    const text = '{"currency": "EUR", "nodeHour": {"D4": {"dedicated": 0.2}}}';
    expect(read(text).value!.nodeHour.get('D4')).toEqual({ dedicated: '0.2' });
  });

  it('names the place of a price that is none', () => {
    expect(rendered('currency: USD\nnodeHour:\n  D4: { dedicated: cheap }\n')).toBe(
      [
        'error[bad-value]: nodeHour.D4.dedicated is "cheap"; expected a decimal number such as 0.192, not negative',
        ' --> p.yaml:3:20',
        '  |',
        '3 |   D4: { dedicated: cheap }',
        '  |                    ^^^^^',
      ].join('\n'),
    );
  });

  it.each([
    ['currency: usd\nnodeHour: {}\n', 'expected a currency code of three capital letters'],
    ['currency: USD\n', 'key nodeHour is missing'],
    ['currency: USD\nnodeHour: {D4: {spot: 1}}\n', 'key dedicated is missing in nodeHour.D4'],
    ['currency: USD\nnodeHour: {D4: {dedicated: -1}}\n', 'nodeHour.D4.dedicated is -1'],
    ['currency: USD\nnodeHour: {D4: {dedicated: .inf}}\n', 'nodeHour.D4.dedicated is Infinity'],
    ['currency: USD\nnodeHours: {}\n', 'unknown key nodeHours'],
  ])('%j is refused', (text, message) => {
    expect(read(text).value).toBeUndefined();
    expect(rendered(text)).toContain(message);
  });
});
