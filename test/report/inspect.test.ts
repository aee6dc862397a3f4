import { describe, expect, it } from 'vitest';

import type { Subject } from '../../src/report/inspect/life-entry.js';
import type { ReadLife } from '../../src/report/inspect/read-life.js';
import { elapsedText } from '../../src/report/inspect/elapsed-text.js';
import { renderLife } from '../../src/report/inspect/render-life.js';
import { inspect } from '../support/inspected-life.js';
import { runLogged, runOnOneNode } from '../support/logged-run.js';
import { input, pool, scaledPool } from '../support/simulation-input.js';

/** A node that leaves under its task after 300 s, and comes back as another one. */
function log(): string {
  return runLogged(
    input({
      pools: [
        scaledPool((_, evaluation) => ({ dedicated: evaluation === 1 ? 0 : 1, option: 'requeue' })),
      ],
      tasks: [{ at: 60, runs: 400 }],
      until: { kind: 'time', at: 1200 * 4000 },
      parameters: {
        'node.creating_to_idle_s': { constant: 100 },
        'sched.latency_s': { constant: 4 },
      },
    }),
  ).text;
}

const life = (subject: Subject, text = log()): Promise<ReadLife> => inspect(text, subject);

const task: Subject = { kind: 'task', jobId: 'job', taskId: 'task-0' };

describe('the life of one thing in a run', () => {
  it('tells a task: time line of its states, then each event', async () => {
    const found = await life(task);
    expect(found.kind === 'life' ? renderLife(found.life) : found).toMatchSnapshot();
  });

  it('tells an update of the constraints of a task', async () => {
    const { text } = runOnOneNode({
      tasks: [{ runs: 100 }],
      operations: [
        {
          at: 30 * 4000,
          operation: {
            kind: 'updateTask',
            jobId: 'job',
            taskId: 'task-0',
            constraints: { maxTaskRetryCount: 3, maxWallClockTime: 60 * 4000 },
          },
        },
      ],
    });
    const found = await life(task, text);
    const texts = found.kind === 'life' ? found.life.entries.map((entry) => entry.text) : [];
    expect(texts).toContain('constraints are now maxTaskRetryCount 3, maxWallClockTime 60 s');
  });

  it('tells a node and a pool', async () => {
    const pool = await life({ kind: 'pool', poolId: 'pool' });
    expect(pool.kind === 'life' ? renderLife(pool.life) : pool).toMatchSnapshot();
    const nobody = await life({ kind: 'node', nodeId: 'nobody' });
    const ids = nobody.kind === 'unknown-subject' ? nobody.known : [];
    expect(ids).toHaveLength(2);
    const node = await life({ kind: 'node', nodeId: ids[0]! });
    expect(node.kind === 'life' ? node.life.spans : node).toEqual([
      { state: 'creating', from: 0, to: 50_000 },
      { state: 'starting', from: 50_000, to: 100_000 },
      { state: 'idle', from: 100_000, to: 100_000 },
      { state: 'running', from: 100_000, to: 300_000 },
      { state: 'leavingpool', from: 300_000, to: 300_000 },
    ]);
  });

  it('tells a job: what became of its tasks and how many ran over time', async () => {
    const found = await life({ kind: 'job', jobId: 'job' });
    expect(found.kind === 'life' ? renderLife(found.life) : found).toMatchSnapshot();
  });

  it('counts the tasks of one job as the record of the run does', async () => {
    const { record, text } = runLogged(
      input({
        pools: [pool({ taskSlotsPerNode: 2, targetDedicatedNodes: 2 })],
        tasks: Array.from({ length: 40 }, (_, i) => ({
          at: i * 7,
          runs: 30,
          exitCode: i % 5 === 0 ? 1 : 0,
        })),
      }),
    );
    const found = await life({ kind: 'job', jobId: 'job' }, text);
    const { tasks } = record;
    expect(found.kind === 'life' ? found.life.tasks : found).toMatchObject({
      submitted: tasks.submitted,
      completed: 40,
      active: 0,
      running: 0,
      failed: tasks.failed,
      failureCodes: { FailureExitCode: 8 },
      attempts: 40,
      requeues: 0,
      runningOverTime: { peak: 4 },
    });
  });

  it('names the ids of that kind when there is no such thing', async () => {
    expect(await life({ kind: 'task', jobId: 'job', taskId: 'task-9' })).toEqual({
      kind: 'unknown-subject',
      known: ['job/task-0'],
    });
  });

  it('says which line is not one of an event log', async () => {
    const lines = log().split('\n');
    expect(await life(task, [lines[0], '{"t": "soon"}', lines[1]].join('\n'))).toEqual({
      kind: 'not-a-log',
      line: 2,
    });
  });
});

it('writes elapsed time with days where there are any', () => {
  expect(elapsedText(250)).toBe('00:00:00.250');
  expect(elapsedText(86_400_000 + 3_723_004)).toBe('1d 01:02:03.004');
});
