import { expect, it } from 'vitest';

import { describeEvent } from '../../../src/report/inspect/describe-event.js';
import { readLife } from '../../../src/report/inspect/read-life.js';

const nodeInfo = { poolId: 'p', nodeId: 'tvmps_1' };
const line = (t: number, event: string, body: object): string =>
  JSON.stringify({ t, time: '2026-01-01T00:00:00.000Z', event, body });

async function* log(): AsyncGenerator<string> {
  yield line(0, 'JobStateChange', { id: 'job', from: null, to: 'active' });
  for (const [t, taskType] of [[10, 'JobPrep'] as const, [60, 'JobRelease'] as const]) {
    const executionInfo = { exitCode: 0, result: 'success' };
    yield line(t, 'SpecialTask', { jobId: 'job', taskType, nodeInfo, executionInfo });
  }
  yield await Promise.resolve(line(60, 'JobStateChange', { id: 'job', to: 'completed' }));
}

async function lifeOf(subject: Parameters<typeof readLife>[1]): Promise<string[]> {
  const read = await readLife(log(), subject);
  return read.kind === 'life' ? read.life.entries.map(({ text }) => text) : [read.kind];
}

it('a node tells of the special tasks that ran on it', async () => {
  expect(await lifeOf({ kind: 'node', nodeId: 'tvmps_1' })).toEqual([
    'job preparation task of job job ends: success, exit code 0',
    'job release task of job job ends: success, exit code 0',
  ]);
});

it('a job tells of its states and of its special tasks', async () => {
  expect(await lifeOf({ kind: 'job', jobId: 'job' })).toEqual([
    'active',
    'job preparation task on tvmps_1 ends: success, exit code 0',
    'job release task on tvmps_1 ends: success, exit code 0',
    'completed',
  ]);
});

it('the reason of its termination stands behind the state of a job', () => {
  const body = { id: 'job', to: 'terminating', terminateReason: 'JMComplete' };
  const parsed = { t: 0, time: '', event: 'JobStateChange', body };
  expect(describeEvent(parsed, 'job')).toBe('terminating, JMComplete');
});
