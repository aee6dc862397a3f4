import { describe, expect, it } from 'vitest';

import { readAzureBatch } from '../../../src/workload/read/azure-batch.js';
import { chunks, fixture, rendered, rowsOf, tableOf } from '../../support/trace-bytes.js';

const read = (document: unknown): ReturnType<typeof readAzureBatch> =>
  readAzureBatch(chunks(typeof document === 'string' ? document : JSON.stringify(document)), {
    name: 'tasks.json',
  });

const task = {
  id: 't',
  creationTime: '2026-03-02T08:00:00Z',
  executionInfo: {
    startTime: '2026-03-02T08:01:00Z',
    endTime: '2026-03-02T08:02:00Z',
    exitCode: 3,
  },
};

describe('a task list of Azure Batch', () => {
  it('gives the tasks that ran, of several jobs', async () => {
    const table = tableOf(await readAzureBatch(fixture('tasks.json'), { name: 'tasks.json' }));
    expect(rowsOf(table)).toEqual([
      { id: 'render-1', submit: 0, runs: 90.5, slots: 2, exit: 0, job: 'night' },
      { id: 'render-2', submit: 0, runs: 10, slots: 1, exit: 1, job: 'day' },
    ]);
    expect([...table.skipped]).toEqual([
      ['not started', 1],
      ['not ended', 1],
    ]);
  });

  it.each([
    ['an array', [task]],
    ['a REST answer', { value: [task] }],
    ['a REST example file', { responses: { 200: { body: { value: [task] } } } }],
  ])('is read from %s', async (_, document) => {
    expect(rowsOf(tableOf(await read(document)))).toMatchObject([{ id: 't', runs: 60, exit: 3 }]);
  });

  it('reads unsigned Windows exit codes as signed ones', async () => {
    const executionInfo = { ...task.executionInfo, exitCode: 0xc000013a };
    const table = tableOf(await read([{ ...task, executionInfo }]));
    expect(table.exitCode[0]).toBe(-1_073_741_510);
  });

  it('says that no task ran', async () => {
    expect(rendered(await read([{ ...task, executionInfo: {} }]))).toContain(
      'error[no-tasks]: the trace has no task to run (skipped: 1 x not started)',
    );
  });

  it('names the entry and the field that it cannot read', async () => {
    const executionInfo = { ...task.executionInfo, endTime: '2026-03-02T08:00:59Z' };
    expect(rendered(await read([task, { ...task, executionInfo }]))).toContain(
      'executionInfo.endTime of entry 2 (task t) is "2026-03-02T08:00:59Z"; expected a time such as 2025-11-21T22:43:31.4733476Z, not before startTime',
    );
  });

  it.each([
    ['[{"id": "a",}]', '1:13'],
    ['[\n  {"id": tru}\n]', '2:10'],
    ['[1, 2', '1:6'],
    ['[1] [2]', '1:5'],
    ['{"a" 1}', '1:6'],
    ['[1}', '1:3'],
  ])('names the place of the error in %j', async (text, place) => {
    expect(rendered(await read(text))).toMatch(
      new RegExp(`^error\\[bad-json\\]: the text is not valid JSON\\n --> tasks.json:${place}\\n`),
    );
  });

  it.each([{ jobs: [] }, 3, null, { value: { value: [] } }])('refuses %j', async (document) => {
    expect(rendered(await read(document))).toContain('error[no-task-list]');
  });

  it('is not confused by keys of the prototype', async () => {
    expect(rendered(await read('[{"__proto__": {"executionInfo": {}}}]'))).toContain('no-tasks');
  });
});
