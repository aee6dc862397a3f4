import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { gunzip as nodeGunzip } from '../../../src/cli/io/gunzip.js';
import { detectByContent, detectByName, readTrace } from '../../../src/workload/index.js';
import { gunzip as webGunzip } from '../../../src/workload/read/gunzip.js';
import { chunks, fixture, rendered, tableOf } from '../../support/trace-bytes.js';

const swf = '1 0 -1 10 1 -1 -1 -1 -1 -1 1 -1 -1 -1 -1 -1 -1 -1\n'.repeat(2000);
const csv = 'submit,duration\n0,1\n';

describe('the format of a trace', () => {
  it.each([
    ['swf', '; Version: 2.2\n'],
    ['swf', swf.slice(0, 200)],
    ['nextflow', 'task_id\thash\tname\n'],
    ['nextflow', 'name\tstatus\texit\tduration\trealtime\tcpus\trss\tpeak_rss\n'],
    ['azure-batch', '\n [{"id": 1}]'],
    ['csv', csv],
    ['csv', '"Submit Time",Run\n'],
  ])('%s is recognised by its content', (format, text) => {
    expect(detectByContent(text)).toBe(format);
  });

  it.each(['hello world\n', 'a\tb\n', '1 2 3\n', '<xml/>\n'])('%j is none', (text) => {
    expect(detectByContent(text)).toBeUndefined();
  });

  it.each([
    ['log.swf', 'swf'],
    ['LOG.SWF.GZ', 'swf'],
    ['tasks.csv.gz', 'csv'],
    ['trace.tsv', 'nextflow'],
    ['tasks.json', 'azure-batch'],
    ['trace.txt', undefined],
  ])('the name %s means %s', (name, format) => {
    expect(detectByName(name)).toBe(format);
  });

  it('is read from files of each format', async () => {
    for (const name of ['small.swf', 'nextflow.tsv', 'tasks.json']) {
      expect(tableOf(await readTrace(fixture(name), { name })).length).toBeGreaterThan(1);
    }
  });

  it('that is asked for must fit', async () => {
    expect(rendered(await readTrace(chunks(csv), { name: 'a.csv', format: 'swf' }))).toBe(
      [
        'error[wrong-trace-format]: the trace is not in format swf, it looks like csv',
        ' --> a.csv:1:1',
        '  |',
        '1 | submit,duration',
        '  | ^',
      ].join('\n'),
    );
  });

  it('that does not exist is answered with those that do', async () => {
    expect(rendered(await readTrace(chunks(csv), { name: 'a.csv', format: 'cvs' }))).toContain(
      '"cvs" is no trace format; expected one of swf, nextflow, azure-batch, csv; did you mean csv?',
    );
    expect(rendered(await readTrace(chunks('hello'), { name: 'a.txt' }))).toContain(
      'the format of the trace is not recognised; expected one of swf, nextflow, azure-batch, csv',
    );
  });
});

const gzip = gzipSync(swf);

describe.each([
  ['the web standard stream', webGunzip],
  ["Node's own stream, as the command does", nodeGunzip],
])('traces compressed with gzip, through %s', (_, gunzip) => {
  it('gzip is recognised by its content', async () => {
    expect(tableOf(await readTrace(chunks(gzip, 100), { name: 'x', gunzip })).length).toBe(2000);
  });

  it('several gzip files one after the other are one', async () => {
    const twice = Buffer.concat([gzip, gzip]);
    expect(tableOf(await readTrace(chunks(twice, 100), { name: 'x', gunzip })).length).toBe(4000);
  });

  it.each([3, 12, 60, gzip.length - 1])('gzip cut after %d bytes is damaged', async (length) => {
    const result = await readTrace(chunks(gzip.subarray(0, length), 50), { name: 'x.gz', gunzip });
    expect(result.value).toBeUndefined();
    expect(result.diagnostics.map(({ message }) => message)).toEqual([
      'the gzip file is damaged or cut short',
    ]);
  });

  it('gzip with a wrong byte is damaged', async () => {
    const wrong = Uint8Array.from(gzip);
    wrong[wrong.length - 6]! ^= 255;
    expect(rendered(await readTrace(chunks(wrong, 50), { name: 'x.gz', gunzip }))).toContain(
      'damaged-gzip',
    );
  });

  it('passes the error of a file that cannot be read on', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      yield gzip.subarray(0, 20);
      throw Object.assign(new Error('gone'), { code: 'EIO' });
    }
    await expect(readTrace(broken(), { name: 'x', gunzip })).rejects.toMatchObject({ code: 'EIO' });
  });

  it('lets go of a file whose reading stops early', async () => {
    let closed = false;
    const bad = gzipSync('x y z\n'.repeat(1_000_000));
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          await Promise.resolve();
          yield bad;
        }
      } finally {
        closed = true;
      }
    }
    const result = await readTrace(endless(), { name: 'x', format: 'swf', gunzip });
    expect(result.value).toBeUndefined();
    expect(closed).toBe(true);
  });
});

describe('damaged and compressed traces', () => {
  it.each([
    ['nothing', '', 'the trace is empty'],
    ['blanks', ' \n\n', 'the trace is empty'],
    ['compressed nothing', gzipSync(''), 'the trace is empty'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), 'the trace is binary'],
    ['a header only', 'submit,duration\n', 'the trace has no task to run'],
    ['comments only', '; Version: 2.2\n', 'the trace has no task to run'],
    ['one endless line', `; ${'x'.repeat(1_100_000)}`, 'a line is longer than 1048576 characters'],
  ])('%s gives one clear message', async (_, content, message) => {
    const result = await readTrace(chunks(content, 65_536), { name: 'x' });
    expect(result.value).toBeUndefined();
    expect(result.diagnostics).toHaveLength(1);
    expect(result.diagnostics[0]!.message).toContain(message);
  });

  it('lets go of a file whose reading stops early', async () => {
    let closed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          await Promise.resolve();
          yield new TextEncoder().encode('; header\nx y z\n');
        }
      } finally {
        closed = true;
      }
    }
    await readTrace(endless(), { name: 'x' });
    expect(closed).toBe(true);
  });
});
