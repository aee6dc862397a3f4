import { describe, expect, it } from 'vitest';

import { nodeStatesOf } from '../support/log-extracts.js';
import { runLogged } from '../support/logged-run.js';
import { loadInput } from '../support/memory-files.js';

/** One node that is ready at once, with a disk of 10 GB for tasks; a GB is downloaded in 10 s. */
async function run(tasks: string, more = '', pool = '', latency = 0) {
  const text = `
until: PT2H
pools: [{ id: farm, vmSize: D4, targetDedicatedNodes: 1, diskBytes: 10000000000, taskSlotsPerNode: 2${pool} }]
jobs: [{ id: job, poolInfo: { poolId: farm }, tasks: [${tasks}] }]
${more}
parameters:
  alloc.first_node_s: { constant: 0 }
  alloc.extra_node_s: { constant: 0 }
  node.creating_to_idle_s: { constant: 0 }
  node.reboot_s: { constant: 60 }
  sched.latency_s: { constant: ${latency} }
  node.disk_reserve_bytes: 0
  task.download_bytes_per_s: 100000000
`;
  const { record, log: lines } = runLogged(await loadInput(text));
  const ends = lines.flatMap(({ t, event, body }) => {
    if (event !== 'TaskComplete') return [];
    const info = body['executionInfo'] as Readonly<Record<string, unknown>>;
    const failure = info['schedulingError'] as { readonly code: string } | undefined;
    return [`${t / 1000} ${String(body['id'])} ${failure?.code ?? String(info['exitCode'])}`];
  });
  return { record, lines, states: nodeStatesOf(lines), ends };
}

const task = (id: string, keys: string, runTime = 'PT100S'): string =>
  `{ id: ${id}, runTime: ${runTime}, ${keys} }`;
const written = (gigabytes: number): string => `usage: { diskBytes: ${gigabytes}000000000 }`;
const files = (gigabytes: number): string => `resourceFiles: [{ bytes: ${gigabytes}000000000 }]`;

describe('a disk that is full', () => {
  it('fails the task with DiskFull when its downloads have filled it, and leaves the node unusable', async () => {
    const { ends, states, lines } = await run(task('one', files(12)));
    expect(ends).toEqual(['100 one DiskFull']);
    expect(states.at(-1)).toBe('100 unusable');
    const errors = lines.filter(({ event }) => event === 'NodeError');
    expect(errors.map(({ body }) => body['message'])).toEqual(['DiskFull']);
  });

  it('fails the task when the data that it writes evenly have filled it', async () => {
    // 2 GB in 20 s of downloads; 8 of 16 GB after half of its 100 s.
    const { ends } = await run(task('one', `${files(2)}, ${written(16)}`));
    expect(ends).toEqual(['70 one DiskFull']);
  });

  it('fails the task without a retry', async () => {
    const retries = `${files(12)}, constraints: { maxTaskRetryCount: 3 }`;
    const { record } = await run(task('one', retries));
    expect(record.tasks).toMatchObject({ failed: 1, retries: 0, attempts: 1 });
  });

  it('lets the other tasks of the node run elsewhere', async () => {
    const tasks = [task('full', files(12)), task('long', written(0), 'PT10M')].join(', ');
    const { ends, record } = await run(tasks);
    expect(ends).toEqual(['100 full DiskFull']);
    expect(record.tasks).toMatchObject({ recoveries: 1 });
  });

  it('has no room for what running tasks have still to write', async () => {
    // The second one has 4 GB for its 6: two thirds of its time.
    const tasks = [task('one', written(6)), task('two', written(6), 'PT90S')].join(', ');
    expect((await run(tasks)).ends).toEqual(['60 two DiskFull']);
  });

  it('has nothing of a task that was ended before it started', async () => {
    // Assigned at 0, ended at 30 s; the second one is assigned at 300 s. Each of them starts a minute after it was assigned.
    const tasks = [task('one', written(6)), task('two', `${written(6)}, submit: PT5M`, 'PT90S')];
    const end = 'operations: [{ at: 30, operation: terminateTask, jobId: job, taskId: one }]';
    const { ends } = await run(tasks.join(', '), end, '', 60);
    expect(ends).toEqual(['30 one TaskEnded', '450 two 0']);
  });

  it('fills up by the retained data of finished tasks', async () => {
    const tasks = [task('one', written(6)), task('two', `${written(6)}, submit: PT5M`, 'PT90S')];
    expect((await run(tasks.join(', '))).ends).toEqual(['100 one 0', '360 two DiskFull']);
  });

  it('has room again when the retention time is over', async () => {
    const short = 'constraints: { retentionTime: PT1M }';
    const tasks = [
      task('one', `${written(6)}, ${short}`),
      task('two', `${written(6)}, submit: PT5M`, 'PT90S'),
    ];
    expect((await run(tasks.join(', '))).ends).toEqual(['100 one 0', '390 two 0']);
  });

  it('counts packages and images of the pool', async () => {
    const packages = ', applicationPackageReferences: [{ applicationId: tool, gigabytes: 6 }]';
    const { ends } = await run(task('one', files(5)), '', packages);
    expect(ends[0]).toMatch(/one DiskFull$/);
  });
});

describe('a node that is unusable because of its disk', () => {
  const reboot = '{ at: PT10M, operation: rebootNode, poolId: farm, nodes: all }';

  it('is unusable again after a reboot as long as nothing is deleted', async () => {
    const { states } = await run(task('one', files(12)), `operations: [${reboot}]`);
    expect(states.slice(-3)).toEqual(['600 rebooting', '660 starting', '660 unusable']);
  });

  it('serves again after a reboot once the data have expired', async () => {
    const short = `${files(12)}, constraints: { retentionTime: PT5M }`;
    const { states } = await run(task('one', short), `operations: [${reboot}]`);
    expect(states.slice(-3)).toEqual(['600 rebooting', '660 starting', '660 idle']);
  });

  it('serves again after a reboot once the task has been deleted', async () => {
    const remove = '{ at: PT5M, operation: deleteTask, jobId: job, taskId: one }';
    const { states } = await run(task('one', files(12)), `operations: [${remove}, ${reboot}]`);
    expect(states.at(-1)).toBe('660 idle');
  });
});
