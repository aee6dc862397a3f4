import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readCsv } from '../../../src/workload/read/csv.js';
import { chunks, rendered, rowsOf, tableOf } from '../../support/trace-bytes.js';

const read = (text: string, options: object = {}): ReturnType<typeof readCsv> =>
  readCsv(chunks(text), { name: 'tasks.csv', ...options });

describe('a CSV trace', () => {
  it('has submissions in seconds and durations in any notation', async () => {
    const table = tableOf(
      await read('submit,duration\n20,5m 18s\n0,PT1M30S\n10.5,7\n10.5,350ms\n'),
    );
    expect(rowsOf(table)).toEqual([
      { id: '2', submit: 0, runs: 90, slots: 1, exit: 0, job: 'csv' },
      { id: '3', submit: 10.5, runs: 7, slots: 1, exit: 0, job: 'csv' },
      { id: '4', submit: 10.5, runs: 0.35, slots: 1, exit: 0, job: 'csv' },
      { id: '1', submit: 20, runs: 318, slots: 1, exit: 0, job: 'csv' },
    ]);
    expect(table.origin).toBeUndefined();
  });

  it('has submissions as instants, then the first row is the origin', async () => {
    const text =
      'id,job,exit,slots,submit,duration\nb,j,1,2,2026-03-02T08:00:30Z,1\na,k,,,2026-03-02 08:00,1\n';
    const table = tableOf(await read(text));
    expect(rowsOf(table)).toEqual([
      { id: 'a', submit: -30, runs: 1, slots: 1, exit: 0, job: 'k' },
      { id: 'b', submit: 0, runs: 1, slots: 2, exit: 1, job: 'j' },
    ]);
  });

  it('may name its columns otherwise', async () => {
    const columns = { submit: 'SubmitTime', duration: 'Run' };
    const table = tableOf(await read('SubmitTime,User,Run\n1,me,2\n', { columns }));
    expect(rowsOf(table)).toMatchObject([{ submit: 1, runs: 2 }]);
  });

  it('warns of a column that it does not read', async () => {
    const result = await read('submit,duration,slot\n1,2,3\n');
    expect(result.value?.length).toBe(1);
    expect(rendered(result)).toBe(
      [
        'warning[unread-column]: column "slot" is not read',
        ' --> tasks.csv:1:17',
        '  |',
        '1 | submit,duration,slot',
        '  |                 ^^^^',
        '   = help: did you mean slots?',
      ].join('\n'),
    );
  });

  it('names the nearest column for one that is missing', async () => {
    expect(rendered(await read('submit,duraton\n1,2\n'))).toMatch(
      /^error\[missing-column\]: column duration is missing.*\n --> tasks.csv:1:1\n[^]*= help: did you mean the column duraton\?$/,
    );
  });

  it.each([
    ['submit,duration\n1,2\n1,x\n', 'duration is "x"', '3:3'],
    ['submit,duration\n1,2\n2026-01-01,2\n', 'submit is "2026-01-01"', '3:1'],
    ['submit,duration\n-5,2\n', 'submit is "-5"', '2:1'],
    ['submit,duration,slots\n1,2,0\n', 'slots is "0"', '2:5'],
    ['submit,duration,exit\n1,2,"1.5"\n', 'exit is "1.5"', '2:5'],
    ['submit,duration\n1,2,3\n', 'the row has 3 fields; expected 2 as in the header', '2:1'],
    ['submit,duration\n1,2\n"1,4\n', 'a quoted field is not closed', '3:1'],
  ])('names the place of the error in %j', async (text, message, place) => {
    const text_ = rendered(await read(text));
    expect(text_).toContain(message);
    expect(text_).toContain(` --> tasks.csv:${place}\n`);
  });

  it('keeps the line number after a quoted line break', async () => {
    const text = 'submit,duration,id\n1,2,"a\nb"\nx,2,c\n';
    expect(rendered(await read(text))).toContain(' --> tasks.csv:4:1\n');
  });

  it('reads back what was written, whatever the names hold', async () => {
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const name = fc
      .stringMatching(/^[a-z",; \n\u00e4\u{1f600}]{1,8}$/u)
      .filter((text) => text.trim() === text && text !== '');
    const row = fc.record({
      submit: fc.integer({ min: 0, max: 4_000_000 }).map((quanta) => quanta / 4000),
      duration: fc.integer({ min: 0, max: 4_000_000 }).map((quanta) => quanta / 4000),
      slots: fc.integer({ min: 1, max: 65_535 }),
      job: name,
      exit: fc.integer({ min: -2_147_483_648, max: 2_147_483_647 }),
      id: name,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1 }),
        fc.integer({ min: 1, max: 50 }),
        async (rows, size) => {
          const lines = rows.map((r) =>
            [r.submit, r.duration, r.slots, quoted(r.job), r.exit, quoted(r.id)].join(','),
          );
          const text = ['submit,duration,slots,job,exit,id', ...lines].join('\r\n');
          const table = tableOf(await readCsv(chunks(text, size), { name: 'x.csv' }));
          // A line break inside quotes may lose its carriage return only, and the names here have none.
          const expected = rows
            .map(({ duration, ...rest }) => ({ ...rest, runs: duration }))
            .toSorted((a, b) => a.submit - b.submit);
          expect(rowsOf(table)).toEqual(expected);
        },
      ),
    );
  });
});
