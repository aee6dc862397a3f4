import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { formatInstant } from '../../src/base/time/format-instant.js';
import { readTrace, taskCountOf, type TaskTable } from '../../src/workload/index.js';
import { rendered, tableOf } from '../support/trace-bytes.js';

/** Recorded workloads that are not part of the repository. */
const folder = join(resolve(process.env['POOLSCALE_SHARED'] ?? '../shared'), 'data/traces');
const present = existsSync(folder);
if (!present) console.warn(`SKIPPED: tests on recorded traces, ${folder} is absent`);

const read = async (name: string): Promise<TaskTable> =>
  tableOf(await readTrace(createReadStream(join(folder, name)), { name }));

/** The rows of a text file, split the simple way. */
function splitLines(name: string, separator: RegExp | string): string[][] {
  return readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith(';'))
    .map((line) => line.trim().split(separator));
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0);

describe.skipIf(!present)('recorded traces', () => {
  it('NASA iPSC/860, 1993: 18 239 jobs, of which those without run time are skipped', async () => {
    const name = 'NASA-iPSC-1993-3.1-cln.swf';
    const table = await read(name);
    const jobs = splitLines(name, /\s+/).map((fields) => fields.map(Number));
    const ran = jobs.filter((fields) => fields[3]! > 0);
    expect(jobs).toHaveLength(18_239);
    expect(table.length + sum(table.skipped.values())).toBe(18_239);
    expect(table.length).toBe(ran.length);
    expect(sum(table.runTime) / 4000).toBe(sum(ran.map((fields) => fields[3]!)));
    expect(taskCountOf(table)).toBe(sum(ran.map((fields) => fields[4]!)));
    expect(formatInstant(table.origin!)).toBe('1993-10-01T07:00:03.000Z');
    expect(table.submitTime.at(-1)! / 4000).toBe(ran.at(-1)![1]);
  });

  it('evalys: 800 jobs without a header, out of order, with fractions', async () => {
    const name = 'evalys-easy_mediumWL_smallPF.swf';
    const table = await read(name);
    const jobs = splitLines(name, /\s+/).map((fields) => fields.map(Number));
    expect(table.length).toBe(800);
    expect(table.origin).toBeUndefined();
    expect(sum(table.runTime) / 4000).toBeCloseTo(sum(jobs.map((fields) => fields[3]!)), 1);
    const submits = jobs
      .map((fields) => Math.floor(fields[1]! * 4000 + 0.5))
      .toSorted((a, b) => a - b);
    expect([...table.submitTime]).toEqual(submits);
    expect(table.rowId(0)).toBe('0');
    expect(table.rowId(1)).toBe(String(jobs.toSorted((a, b) => a[1]! - b[1]!)[1]![0]));
  });

  it('OpenProblems on AWS Batch: 1 368 rows, 852 of them completed', async () => {
    const name = 'openproblems-execution_trace.txt';
    const table = await read(name);
    const [header, ...rows] = splitLines(name, '\t');
    expect(table.length).toBe(1368);
    expect([...table.exitCode].filter((code) => code === 0)).toHaveLength(852);
    const seconds = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 } as const;
    const realtime = rows.map((row) =>
      sum(
        [...row[header!.indexOf('realtime')]!.matchAll(/([\d.]+)(ms|[smhd])/g)].map(
          ([, count, unit]) => Number(count) * seconds[unit as keyof typeof seconds],
        ),
      ),
    );
    expect(sum(table.runTime) / 4000).toBeCloseTo(sum(realtime), 3);
    const instants = rows.map((row) =>
      Date.parse(`${row[header!.indexOf('submit')]!.replace(' ', 'T')}Z`),
    );
    const span = Math.max(...instants) - Math.min(...instants);
    expect((table.submitTime.at(-1)! - table.submitTime[0]!) / 4).toBe(span);
  });

  it('a REST example with two tasks that did not run has nothing to simulate', async () => {
    const name = 'azure-batch-Tasks_ListTasks.json';
    const result = await readTrace(createReadStream(join(folder, name)), { name });
    expect(rendered(result)).toContain('the trace has no task to run (skipped: 2 x not started)');
  });

  it.each(['montage-chameleon-2mass-01d-001.json', 'batsim-paper_workload_seed1.json'])(
    '%s is JSON of another kind',
    async (name) => {
      const result = await readTrace(createReadStream(join(folder, name)), { name });
      expect(rendered(result)).toContain('error[no-task-list]');
    },
  );
});
