import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatInstant } from '../../../src/base/time/format-instant.js';
import { tableSource } from '../../../src/workload/index.js';
import { readSwf } from '../../../src/workload/read/swf.js';
import { chunks, fixture, rendered, rowsOf, tableOf } from '../../support/trace-bytes.js';

const job = (fields: string): string => `${fields} -1 -1 -1 -1 -1 -1 -1\n`;
const one = job('1 0 -1 10 1 -1 -1 -1 -1 -1 1');

describe('a log in the Standard Workload Format', () => {
  it('gives its jobs in order of submission, with the header as origin', async () => {
    const table = tableOf(await readSwf(fixture('small.swf'), { name: 'small.swf' }));
    expect(rowsOf(table)).toEqual([
      { id: '1', submit: 0, runs: 100, slots: 1, exit: 0, job: 'swf', copies: 4 },
      { id: '5', submit: 30, runs: 20, slots: 1, exit: 0, job: 'swf', copies: 1 },
      { id: '3', submit: 90.5, runs: 60.25, slots: 1, exit: 1, job: 'swf', copies: 2 },
    ]);
    expect(formatInstant(table.origin!)).toBe('2026-01-01T00:00:00.000Z');
  });

  it('counts the jobs that never ran, by reason', async () => {
    const table = tableOf(await readSwf(fixture('small.swf'), { name: 'small.swf' }));
    expect([...table.skipped]).toEqual([
      ['no run time', 1],
      ['status cancelled', 1],
      ['part of a job whose own line holds the whole', 1],
      ['no submit time', 1],
    ]);
  });

  it.each([
    ['tasks', { slots: 1, copies: 4 }],
    ['slots', { slots: 4 }],
    ['one', { slots: 1 }],
  ] as const)('with processors: %s, a job on 4 processors becomes %o', async (rule, expected) => {
    const options = { name: 'small.swf', processors: rule };
    const table = tableOf(await readSwf(fixture('small.swf'), options));
    const { slots, copies } = rowsOf(table)[0] as { slots: number; copies?: number };
    expect(copies === undefined ? { slots } : { slots, copies }).toEqual(expected);
  });

  it('opens a parallel job as so many tasks, named after it', async () => {
    const source = tableSource(tableOf(await readSwf(fixture('small.swf'), { name: 'small.swf' })));
    const stream = source.open();
    const ids: string[] = [];
    for (let task = stream.next(); task !== undefined; task = stream.next()) {
      ids.push(stream.taskId(task.index));
    }
    expect(ids).toEqual(['1_1', '1_2', '1_3', '1_4', '5', '3_1', '3_2']);
    expect(source.taskCount).toBe(7);
  });

  it.each(['\n', '\r\n'])('reads lines that end in %j, the last one without', async (lineBreak) => {
    const text = (one + job('2 5.125 -1 1e2 1 -1 -1 -1 -1 -1 1'))
      .trimEnd()
      .replace('\n', lineBreak);
    const table = tableOf(await readSwf(chunks(text), { name: 'x.swf' }));
    expect(rowsOf(table)).toMatchObject([
      { submit: 0, runs: 10 },
      { submit: 5.125, runs: 100 },
    ]);
  });

  it('reads a text with a byte order mark', async () => {
    expect(tableOf(await readSwf(chunks(`\ufeff${one}`), { name: 'x.swf' })).length).toBe(1);
  });

  it('reads every decimal as JavaScript does', async () => {
    const texts = [
      '0.1',
      '149.0',
      '2739.599152',
      '1.0000000000000002',
      '12345678901.5',
      '3e-2',
      '.5',
    ];
    const lines = texts.map((text, index) => job(`${index} 0 -1 ${text} 1 -1 -1 -1 -1 -1 1`));
    const table = tableOf(await readSwf(chunks(lines.join('')), { name: 'x.swf' }));
    expect([...table.runTime]).toEqual(texts.map((text) => Math.floor(Number(text) * 4000 + 0.5)));
  });

  it('names the place of a field that is no number', async () => {
    const result = await readSwf(chunks(one + job('2 abc -1 10 1 -1 -1 -1 -1 -1 1')), {
      name: 'x.swf',
    });
    expect(rendered(result)).toBe(
      [
        'error[bad-field]: submit time is "abc"; expected a number',
        ' --> x.swf:2:3',
        '  |',
        '2 | 2 abc -1 10 1 -1 -1 -1 -1 -1 1 -1 -1 -1 -1 -1 -1 -1',
        '  |   ^^^',
      ].join('\n'),
    );
  });

  it('refuses lines that are too short', async () => {
    expect(rendered(await readSwf(chunks(`${one}1 2 3\n`), { name: 'x.swf' }))).toMatch(
      /^error\[field-count\]: the row has 3 fields; expected 18 as in .*\n --> x.swf:2:1/,
    );
  });

  it('refuses more processors than a task can have slots', async () => {
    const text = job('1 0 -1 10 70000 -1 -1 -1 -1 -1 1');
    expect(tableOf(await readSwf(chunks(text), { name: 'x.swf' })).copies).toEqual(
      Uint32Array.of(70_000),
    );
    const slots = await readSwf(chunks(text), { name: 'x.swf', processors: 'slots' });
    expect(rendered(slots)).toContain('allocated processors is "70000"; expected a whole number');
  });

  it('stops after 20 errors and says so', async () => {
    const result = await readSwf(chunks('a b c\n'.repeat(1000)), { name: 'x.swf' });
    expect(result.diagnostics).toHaveLength(21);
    expect(result.diagnostics.at(-1)!.message).toBe(
      'reading stopped after 20 errors; the rest of the trace was not looked at',
    );
  });

  it('reads numbers in any notation, whatever separates them and wherever a chunk ends', async () => {
    const seconds = fc.oneof(
      fc.nat({ max: 100_000 }).map(String),
      fc.nat({ max: 100_000 }).map((whole) => `+${whole}`),
      fc.tuple(fc.nat({ max: 9999 }), fc.nat({ max: 99 })).map((parts) => parts.join('.')),
      fc.nat({ max: 99 }).map((whole) => `${whole}e1`),
      fc.nat({ max: 99 }).map((whole) => `000000000000000000${whole}`),
    );
    const blank = fc.constantFrom(' ', '\t', '   ', ' \t ');
    const line = fc.record({
      submit: seconds,
      runs: fc.integer({ min: 1, max: 100_000 }),
      blank,
      end: fc.constantFrom('\n', '\r\n'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 200 }),
        async (lines, size) => {
          const text = lines
            .map(({ submit, runs, blank: by, end }, index) => {
              const fields = [index + 1, submit, -1, runs, 1, -1, -1, -1, -1, -1, 1, -1, -1];
              return `${by}${fields.join(by)}${end}`;
            })
            .join('');
          const found = rowsOf(tableOf(await readSwf(chunks(text, size), { name: 'log.swf' })));
          const expected = lines.map(({ submit, runs }, index) => ({
            id: String(index + 1),
            submit: Math.round(Number(submit) * 4000) / 4000,
            runs: runs,
          }));
          const byId = (a: object, b: object): number =>
            Number((a as { id: string }).id) - Number((b as { id: string }).id);
          expect(found.toSorted(byId)).toMatchObject(expected);
        },
      ),
    );
  });
});
