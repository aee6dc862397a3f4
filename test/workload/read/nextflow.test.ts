import { describe, expect, it } from 'vitest';

import { formatInstant } from '../../../src/base/time/format-instant.js';
import { readNextflow } from '../../../src/workload/read/nextflow.js';
import { chunks, fixture, rendered, rowsOf, tableOf } from '../../support/trace-bytes.js';

const read = (text: string, options: object = {}): ReturnType<typeof readNextflow> =>
  readNextflow(chunks(text), { name: 'trace.txt', ...options });

describe('a Nextflow trace', () => {
  it('gives its tasks in order of submission; a failed one keeps run time and exit code', async () => {
    const table = tableOf(await readNextflow(fixture('nextflow.tsv'), { name: 'nextflow.tsv' }));
    expect(rowsOf(table)).toEqual([
      { id: '4', submit: -60, runs: 0.35, slots: 1, exit: 0, job: 'nextflow' },
      { id: '1', submit: 0, runs: 16.2, slots: 1, exit: 0, job: 'nextflow' },
      { id: '2', submit: 30.5, runs: 3720, slots: 1, exit: 137, job: 'nextflow' },
    ]);
    expect([...table.skipped]).toEqual([
      ['no run time', 1],
      ['cached, so not run', 1],
    ]);
  });

  it('takes slots from the column cpus when asked', async () => {
    const options = { name: 'nextflow.tsv', processors: 'slots' } as const;
    const table = tableOf(await readNextflow(fixture('nextflow.tsv'), options));
    expect([...table.requiredSlots]).toEqual([2, 1, 4]);
  });

  it.each([
    [undefined, '2026-03-02T08:00:00.000Z'],
    ['UTC', '2026-03-02T08:00:00.000Z'],
    ['+02:00', '2026-03-02T06:00:00.000Z'],
    ['-0830', '2026-03-02T16:30:00.000Z'],
  ])('reads times in zone %s', async (timeZone, instant) => {
    const options = { name: 'nextflow.tsv', ...(timeZone === undefined ? {} : { timeZone }) };
    const table = tableOf(await readNextflow(fixture('nextflow.tsv'), options));
    expect(formatInstant(table.origin!)).toBe(instant);
  });

  it('refuses a zone that it cannot read', async () => {
    expect(rendered(await read('', { timeZone: 'Europe/Berlin' }))).toContain(
      'time zone "Europe/Berlin" is not read; expected UTC or an offset such as +02:00',
    );
  });

  it('reads raw traces: milliseconds since 1970, milliseconds', async () => {
    const table = tableOf(await read('submit\trealtime\texit\n1767225600500\t1500\t0\n'));
    expect(formatInstant(table.origin!)).toBe('2026-01-01T00:00:00.500Z');
    expect(rowsOf(table)).toMatchObject([{ id: '1', runs: 1.5 }]);
  });

  it('says which column is missing', async () => {
    expect(
      rendered(await read('name\tstatus\texit\tduration\trealtime\nx\tCOMPLETED\t0\t5s\t4s\n')),
    ).toBe(
      [
        'error[missing-column]: column submit is missing, which a trace in format nextflow needs',
        ' --> trace.txt:1:1',
        '  |',
        '1 | name\tstatus\texit\tduration\trealtime',
        `  | ${'^'.repeat(34)}`,
        '   = help: add submit to trace.fields in the Nextflow configuration',
      ].join('\n'),
    );
  });

  it('names the place of a field that it cannot read', async () => {
    const text = 'submit\trealtime\n2026-03-02 08:00:00\t5s\n2026-03-02 08:00:00\t5 parsecs\n';
    expect(rendered(await read(text))).toMatch(
      /^error\[bad-field\]: realtime is "5 parsecs"; expected a duration such as 5m 18s\n --> trace.txt:3:21/,
    );
  });
});
