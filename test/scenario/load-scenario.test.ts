import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { formatInstant } from '../../src/base/time/format-instant.js';
import { loadScenario } from '../../src/scenario/index.js';
import { simulate, type SimulationInput } from '../../src/simulator/index.js';
import { load, loadInput, memoryFiles, renderAll } from '../support/memory-files.js';

const pool = `pools:
  - id: render
    vmSize: Standard_D4s_v5
    targetDedicatedNodes: 2
`;
const autoScalePool = `pools:
  - id: render
    vmSize: Standard_D4s_v5
    taskSlotsPerNode: 4
    enableAutoScale: true
    autoScaleFormula: { file: a.autoscale }
`;
const jobWith = (...tasks: string[]): string =>
  `jobs:\n  - id: frames\n    poolInfo: { poolId: render }\n    tasks:\n${tasks.map((task) => `      - ${task}\n`).join('')}`;
const noJobs = 'jobs: []\n';
const formula = '$TargetDedicatedNodes = 3;';

interface Seen {
  readonly id: string;
  readonly job: string;
  readonly at: number;
  readonly runs: number;
}

function tasksOf(input: SimulationInput): Seen[] {
  const stream = input.tasks.open();
  const seen: Seen[] = [];
  for (let task = stream.next(); task !== undefined; task = stream.next()) {
    seen.push({
      id: stream.taskId(task.index),
      job: input.jobs[task.job]!.id,
      at: task.submitTime / 4000,
      runs: task.runTime / 4000,
    });
  }
  return seen;
}

describe('a scenario', () => {
  it('has the defaults of the REST interface', async () => {
    const input = await loadInput(pool + noJobs);
    expect(input).toMatchObject({
      name: 'test',
      seed: '1',
      until: { kind: 'drained' },
      pools: [
        {
          id: 'render',
          vmSize: 'Standard_D4s_v5',
          taskSlotsPerNode: 1,
          nodeFillType: 'spread',
          targetDedicatedNodes: 2,
          targetLowPriorityNodes: 0,
          resizeTimeout: 900 * 4000,
        },
      ],
      jobs: [],
      notes: [],
    });
    expect(formatInstant(input.start)).toBe('2026-01-01T00:00:00.000Z');
    expect(input.pools[0]!.autoScale).toBeUndefined();
    expect(input.prices).toBeUndefined();
  });

  it('takes every setting that the simulator models', async () => {
    const text = `
name: night
seed: 42
start: 2026-03-02T08:00:00Z
until: P2D
account: { dedicatedCoreQuota: 100, dedicatedCoreQuotaPerVMFamily: [{ name: standardDSv5Family, coreQuota: 40 }] }
pools:
  - id: render
    vmSize: Standard_D4s_v5
    cores: 4
    vmFamily: standardDSv5Family
    taskSlotsPerNode: 4
    taskSchedulingPolicy: { nodeFillType: pack, jobDefaultOrder: creationtime }
    targetLowPriorityNodes: 7
    resizeTimeout: 0:20:00
    startTask: { commandLine: ./install.sh, runTime: PT1M30S, waitForSuccess: false }
jobs:
  - id: frames
    poolInfo: { poolId: render }
    priority: 100
    constraints: { maxTaskRetryCount: 2, retentionTime: P1D }
    tasks: []
parameters: { sched.latency_s: 3, sample.loss: 0.25, shrink.order: newest-first, alloc.first_node_s: { lognormal: { median: 200, sigma: 0.4 }, max: 900 } }
prices: { currency: USD, nodeHour: { Standard_D4s_v5: { dedicated: 0.192, spot: 0.038 } } }
`;
    const input = await loadInput(text);
    expect(input).toMatchObject({
      name: 'night',
      seed: '42',
      until: { kind: 'time', at: 2 * 86_400 * 4000 },
      account: {
        dedicatedCoreQuota: 100,
        dedicatedCoreQuotaPerVMFamily: new Map([['standardDSv5Family', 40]]),
      },
      pools: [
        {
          cores: 4,
          vmFamily: 'standardDSv5Family',
          taskSlotsPerNode: 4,
          nodeFillType: 'pack',
          jobDefaultOrder: 'creationtime',
          targetDedicatedNodes: 0,
          targetLowPriorityNodes: 7,
          resizeTimeout: 1200 * 4000,
          startTask: { runTime: 90, waitForSuccess: false },
        },
      ],
      jobs: [
        {
          id: 'frames',
          pool: 0,
          priority: 100,
          maxTaskRetryCount: 2,
          retentionTime: 86_400 * 4000,
        },
      ],
      parameters: {
        'sched.latency_s': { constant: 3 },
        'sample.loss': 0.25,
        'shrink.order': 'newest-first',
        'alloc.first_node_s': { lognormal: { median: 200, sigma: 0.4 }, max: 900 },
      },
    });
    expect(input.prices?.nodeHour.get('Standard_D4s_v5')).toEqual({
      dedicated: '0.192',
      spot: '0.038',
    });
  });

  it('may be JSON, with what the Azure command line prints', async () => {
    const text = JSON.stringify({
      pools: [
        {
          id: 'render',
          allocationState: 'steady',
          autoScaleFormula: null,
          enableAutoScale: false,
          enableInterNodeCommunication: false,
          resizeTimeout: 'PT15M',
          targetDedicatedNodes: 1,
          targetLowPriorityNodes: 0,
          virtualMachineConfiguration: {
            nodeAgentSkuId: 'batch.node.ubuntu 22.04',
            windowsConfiguration: { enableAutomaticUpdates: true },
          },
          vmSize: 'standard_d4s_v5',
        },
      ],
      jobs: [],
    });
    const loaded = await load(text);
    expect(loaded.value?.input().value?.pools[0]?.targetDedicatedNodes).toBe(1);
    expect(loaded.diagnostics.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'info: pools[0].allocationState is state that the service reports, not a setting; it is not read',
      'warning: pools[0].virtualMachineConfiguration.windowsConfiguration is not modelled, so it changes nothing in the simulation',
    ]);
  });
});

describe('the tasks of a scenario', () => {
  it('are merged from traces, generators and single tasks, with ids of their own', async () => {
    const text =
      pool +
      jobWith(
        '{ from: a.csv }',
        '{ arrivals: { constant: 10 }, runTime: PT1M, count: 2, first: 5 }',
        '{ id: last, runTime: 3, submit: PT20S }',
      );
    const input = await loadInput(text, { 'a.csv': 'submit,duration\n0,1\n7,2\n' });
    expect(tasksOf(input)).toEqual([
      { id: '1-1', job: 'frames', at: 0, runs: 1 },
      { id: '2-1', job: 'frames', at: 5, runs: 60 },
      { id: '1-2', job: 'frames', at: 7, runs: 2 },
      { id: '2-2', job: 'frames', at: 15, runs: 60 },
      { id: 'last', job: 'frames', at: 20, runs: 3 },
    ]);
  });

  it('of a trace with several jobs are told apart, or one job is taken', async () => {
    const files = { 'a.csv': 'submit,duration,job,id\n0,1,x,t\n1,1,y,t\n' };
    const all = await loadInput(pool + jobWith('{ from: a.csv }'), files);
    expect(tasksOf(all).map(({ id }) => id)).toEqual(['x-t', 'y-t']);
    const one = await loadInput(pool + jobWith('{ from: a.csv, job: y }'), files);
    expect(tasksOf(one)).toEqual([{ id: 't', job: 'frames', at: 1, runs: 1 }]);
  });

  it('that are generated depend on the seed, not on the formula', async () => {
    const text =
      autoScalePool +
      jobWith(
        '{ arrivals: { poisson: { mean: 20 } }, runTime: { exponential: { mean: 60 } }, count: 50 }',
      );
    const files = { 'a.autoscale': formula };
    const loaded = (await load(text, files)).value!;
    const tasks = (options: object): Seen[] => tasksOf(loaded.input(options).value!);
    const other = { name: 'b.autoscale', text: '$TargetDedicatedNodes = 9;' };
    expect(tasks({ formula: other })).toEqual(tasks({}));
    expect(tasks({ seed: '2' })).not.toEqual(tasks({}));
  });

  it('are simulated to the end', async () => {
    const text =
      autoScalePool + jobWith('{ arrivals: { uniform: [0, 30] }, runTime: 100, count: 40 }');
    const record = simulate(await loadInput(text, { 'a.autoscale': formula }));
    expect(record.tasks.succeeded).toBe(40);
    expect(record.pools[0]!.peakNodes).toBe(3);
  });
});

describe('recorded arrivals', () => {
  const trace =
    'submit,duration\n2026-03-02T10:00:00Z,1\n2026-03-02T10:30:00Z,1\n2026-03-02T11:00:00Z,1\n';
  const run = (head: string, files = { 'a.csv': trace }): Promise<SimulationInput> =>
    loadInput(head + pool + jobWith('{ from: a.csv }'), files);
  const arrivals = async (head: string): Promise<object> => {
    const input = await run(head);
    return {
      start: formatInstant(input.start),
      at: tasksOf(input).map(({ at }) => at),
      notes: input.notes,
    };
  };
  const asRecorded = 'a.csv: arrivals as recorded, not re-timed';

  it('start the run where the scenario gives no start', async () => {
    expect(await arrivals('')).toEqual({
      start: '2026-03-02T10:00:00.000Z',
      at: [0, 1800, 3600],
      notes: [asRecorded],
    });
  });

  it('keep their dates where the start is up to a day before them', async () => {
    expect(await arrivals('start: 2026-03-02T09:00:00Z\n')).toEqual({
      start: '2026-03-02T09:00:00.000Z',
      at: [3600, 5400, 7200],
      notes: [asRecorded],
    });
  });

  it('before a start in their midst are left out, and the report says so', async () => {
    expect(await arrivals('start: 2026-03-02T10:30:00Z\n')).toEqual({
      start: '2026-03-02T10:30:00.000Z',
      at: [0, 1800],
      notes: [asRecorded, 'a.csv: 1 rows submitted before the start left out'],
    });
  });

  it('are moved as a whole to any other start, and the report says so', async () => {
    expect(await arrivals('start: 2027-01-01T00:00:00Z\n')).toEqual({
      start: '2027-01-01T00:00:00.000Z',
      at: [0, 1800, 3600],
      notes: [
        asRecorded,
        'a.csv: moved as a whole from 2026-03-02T10:00:00.000Z to the start at 2027-01-01T00:00:00.000Z',
      ],
    });
  });

  it('in seconds count from the start', async () => {
    const input = await run('start: 2026-05-01\n', { 'a.csv': 'submit,duration\n60,1\n' });
    expect(tasksOf(input)[0]!.at).toBe(60);
  });

  it('of several traces keep their distance', async () => {
    const text = pool + jobWith('{ from: late.csv }', '{ from: early.csv }');
    const input = await loadInput(text, {
      'late.csv': 'submit,duration,id\n2026-03-09T00:00:00Z,1,late\n',
      'early.csv': 'submit,duration,id\n2026-03-02T00:00:00Z,1,early\n',
    });
    expect(tasksOf(input).map(({ id, at }) => [id, at])).toEqual([
      ['2-early', 0],
      ['1-late', 7 * 86_400],
    ]);
  });

  it('are counted where rows were skipped', async () => {
    const swf = `1 0 -1 10 1 -1 -1 -1 -1 -1 1\n2 0 -1 0 1 -1 -1 -1 -1 -1 1\n`;
    const text = pool + jobWith('{ from: a.swf.gz }');
    const input = await loadInput(text, { 'a.swf.gz': gzipSync(swf) });
    expect(input.notes).toEqual([
      'a.swf.gz: arrivals as recorded, not re-timed',
      'a.swf.gz: rows skipped: 1 x no run time',
    ]);
  });
});

describe('the formula of a pool', () => {
  it('comes from a file beside the scenario, read once', async () => {
    const files = memoryFiles({ 'dir/a.autoscale': formula });
    const source = { name: 'dir/x.scenario.yaml', text: autoScalePool + noJobs };
    const loaded = (await loadScenario(source, files)).value!;
    expect(loaded.name).toBe('x');
    expect(loaded.autoScalePools).toEqual(['render']);
    expect(loaded.input().value!.pools[0]!.autoScale).toMatchObject({
      formula,
      evaluationInterval: 900 * 4000,
    });
    loaded.input({ seed: '7' });
    expect(files.opened).toEqual(['dir/a.autoscale']);
  });

  it('may be replaced, even where it is broken itself', async () => {
    const loaded = (await load(autoScalePool + noJobs, { 'a.autoscale': '$Target =' })).value!;
    expect(loaded.input().value).toBeUndefined();
    const other = { name: 'b.autoscale', text: '$TargetDedicatedNodes = 9;' };
    expect(loaded.input({ formula: other }).value!.pools[0]!.autoScale!.formula).toBe(other.text);
  });

  it('that the service accepts and that fails when it runs is simulated, with its errors', async () => {
    const loaded = (
      await load(autoScalePool + noJobs, { 'a.autoscale': '$TargetDedicatedNodes = $Unknown;' })
    ).value!;
    const result = loaded.input();
    expect(result.diagnostics.map(({ severity }) => severity)).toContain('error');
    expect(simulate(result.value!).pools[0]!.autoScale!.failedEvaluations).toBeGreaterThan(0);
  });

  const inline = (scalar: string): string =>
    `pools:\n  - id: render\n    vmSize: D4\n    enableAutoScale: true\n    autoScaleFormula: ${scalar}\n${noJobs}`;
  it.each([
    ['a block', '|\n      // two lines\n      $TargetDedicatedNodes = $Unknown;', '7:31'],
    [
      'a block with an empty line',
      '|-\n      // one\n\n      $TargetDedicatedNodes = $Unknown;',
      '8:31',
    ],
    ['a plain text', '$TargetDedicatedNodes = $Unknown;', '5:47'],
    ['single quotes', "'$TargetDedicatedNodes = $Unknown;'", '5:48'],
    ['double quotes', '"\\t$TargetDedicatedNodes\\u0020=\\n$Unknown;"', '5:56'],
  ])('in %s has its errors at their place in the file', async (_, scalar, place) => {
    const result = (await load(inline(scalar))).value!.input();
    expect(renderAll(result)).toContain(` --> test.yaml:${place}\n`);
  });

  it('in a folded block has its errors at the block, with the place in the formula', async () => {
    const text = inline('>\n      // folded\n\n      $TargetDedicatedNodes = $Unknown;');
    const result = (await load(text)).value!.input();
    expect(renderAll(result)).toMatch(
      /\(line 2, column 25 of the formula\)\n --> test.yaml:5:23\n/,
    );
  });
});
