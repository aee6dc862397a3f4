import { describe, expect, it } from 'vitest';

import type { TaskSettings } from '../../../src/workload/task-settings.js';
import { latestSamples, type SampleSeries } from '../../../src/metrics/sample-series.js';
import { runOnOneNode, type LoggedRun } from '../../support/logged-run.js';
import {
  pool,
  scaledPool,
  seconds,
  type InputSettings,
  type TestTask,
} from '../../support/simulation-input.js';

/** A gigabyte in 10 s, in both directions and for images. */
const rates = {
  'task.download_bytes_per_s': 1e8,
  'task.upload_bytes_per_s': 1e8,
  'node.download_gb_per_s': 0.1,
  'task.container_start_s': { constant: 4 },
} as const;

function run(tasks: readonly TestTask[], settings: Partial<InputSettings> = {}): LoggedRun {
  return runOnOneNode({
    parameters: rates,
    ...settings,
    tasks,
  });
}

const makespan = (tasks: readonly TestTask[]): number => run(tasks).record.makespanSeconds;

describe('an attempt', () => {
  it('begins with its resource files and ends with its output files', () => {
    const settings: TaskSettings = {
      resourceFiles: [{ bytes: 1e9 }, { bytes: 2e9 }],
      outputFiles: [{ bytes: 5e8, uploadCondition: 'taskcompletion' }],
    };
    expect(makespan([{ runs: 100, settings }])).toBe(30 + 100 + 5);
  });

  it('uploads the files whose condition its exit code meets', () => {
    const settings: TaskSettings = {
      outputFiles: [
        { bytes: 1e9, uploadCondition: 'tasksuccess' },
        { bytes: 3e9, uploadCondition: 'taskfailure' },
      ],
    };
    expect(makespan([{ runs: 100, settings }])).toBe(110);
    expect(makespan([{ runs: 100, exitCode: 1, settings }])).toBe(130);
  });

  it('downloads files again when it is retried', () => {
    const settings: TaskSettings = { resourceFiles: [{ bytes: 1e9 }], maxTaskRetryCount: 1 };
    expect(makespan([{ runs: 100, exitCode: 1, settings }])).toBe(2 * 110);
  });

  it('that fails before its command lasts as long as its downloads', () => {
    const settings: TaskSettings = {
      resourceFiles: [{ bytes: 1e9 }],
      failures: [{ code: 'ResourceFileWriteFailed', share: 1 }],
    };
    expect(makespan([{ runs: 100, settings }])).toBe(10);
  });

  it('counts downloads and uploads towards maxWallClockTime', () => {
    const settings: TaskSettings = {
      resourceFiles: [{ bytes: 5e9 }],
      maxWallClockTime: seconds(120),
    };
    const { record } = run([{ runs: 100, settings }]);
    expect(record.tasks.failureCodes).toEqual({ TaskEnded: 1 });
    expect(record.makespanSeconds).toBe(120);
  });
});

describe('a node', () => {
  const settings: TaskSettings = {
    applicationPackages: [{ id: 'blender/4.2', bytes: 2e9 }],
    container: { imageName: 'render:1', imageBytes: 3e9 },
  };

  it('downloads packages and images at their first use and keeps them', () => {
    expect(makespan([{ runs: 100, settings }])).toBe(20 + 30 + 4 + 100);
    expect(
      makespan([
        { runs: 100, settings },
        { runs: 100, settings },
      ]),
    ).toBe(20 + 30 + 4 + 100 + 4 + 100);
  });

  it('lets a second task wait for a download that is under way', () => {
    const packages: TaskSettings = { applicationPackages: [{ id: 'a/1', bytes: 2e9 }] };
    const { log } = run(
      [
        { runs: 100, settings: packages },
        { at: 5, runs: 100, settings: packages },
      ],
      { pools: [pool({ targetDedicatedNodes: 1, taskSlotsPerNode: 2 })] },
    );
    const ends = log.filter(({ event }) => event === 'TaskComplete').map(({ t }) => t / 1000);
    expect(ends).toEqual([120, 120]);
  });

  it('loses them when it is reimaged', () => {
    const { record } = run(
      [
        { runs: 100, settings },
        { at: 1000, runs: 100, settings },
      ],
      {
        parameters: { ...rates, 'node.reimage_s': { constant: 0 } },
        operations: [
          { at: seconds(500), operation: { kind: 'reimageNode', poolId: 'pool', nodes: {} } },
        ],
      },
    );
    expect(record.makespanSeconds).toBe(1000 + 20 + 30 + 4 + 100);
  });
});

describe('affinity', () => {
  const nodesOf = (tasks: readonly TestTask[]): string[] =>
    run(tasks, { pools: [pool({ targetDedicatedNodes: 3 })] })
      .log.filter(({ event }) => event === 'TaskAssign')
      .map(({ body }) => (body['nodeInfo'] as { nodeId: string }).nodeId);

  it('puts a task on the node that it prefers, by number or id', () => {
    const [third] = nodesOf([{ at: 1, runs: 10, settings: { affinity: { nodeNumber: 3 } } }]);
    expect(third).toMatch(/_3-/);
    expect(nodesOf([{ at: 1, runs: 10, settings: { affinity: { affinityId: third! } } }])).toEqual([
      third,
    ]);
  });

  it('is soft: a task runs elsewhere where that node is busy or does not exist', () => {
    const settings: TaskSettings = { affinity: { nodeNumber: 3 } };
    const nodes = nodesOf([
      { at: 1, runs: 10, settings },
      { at: 1, runs: 10, settings },
      { at: 1, runs: 10, settings: { affinity: { affinityId: 'tvm-1_9-x' } } },
    ]);
    expect(nodes.map((id) => /_(\d)-/.exec(id)![1])).toEqual(['3', '1', '2']);
  });
});

describe('resource metrics', () => {
  const usage = {
    cores: 2,
    memoryBytes: 512 * 2 ** 20,
    diskBytes: 2 ** 30,
    diskReadBytesPerSecond: 100,
    networkInBytesPerSecond: 7,
  };
  const metrics = [
    '$CPUPercent',
    '$MemoryBytes',
    '$DiskBytes',
    '$DiskReadBytes',
    '$DiskWriteOps',
    '$NetworkInBytes',
    '$WallClockSeconds',
    '$SampleNodeCount',
  ];

  /** The newest sample of each metric at 600 s, of a pool of two nodes of four cores on which one task runs. */
  function samples(parameters = {}): Record<string, number | undefined> {
    const seen: Record<string, number | undefined> = {};
    run([{ runs: 5000, settings: { usage, resourceFiles: [{ bytes: 2 ** 30 }] } }], {
      pools: [
        scaledPool(
          (view) => {
            for (const name of metrics) {
              const series = view.samples(name);
              seen[name] = series === undefined ? undefined : latestValue(series, view.now);
            }
            return { dedicated: 2 };
          },
          { cores: 4 },
        ),
      ],
      parameters: { ...rates, ...parameters },
      until: { kind: 'time', at: seconds(610) },
      sampleResources: true,
    });
    return seen;
  }

  it('follow from the usage of running tasks, in the units of the formulas', () => {
    expect(samples()).toEqual({
      // Means over the two nodes: a fraction, megabytes, gigabytes.
      $CPUPercent: 0.25,
      $MemoryBytes: 256,
      $DiskBytes: 1,
      // Sums over a period of 30 s.
      $DiskReadBytes: 3000,
      $DiskWriteOps: 0,
      $NetworkInBytes: 210,
      $WallClockSeconds: 30,
      $SampleNodeCount: 2,
    });
  });

  it('tell the CPU from 0 to 100 where a parameter says so', () => {
    expect(samples({ 'sample.cpu_percent': 'percent' })['$CPUPercent']).toBe(25);
  });
});

function latestValue(series: SampleSeries, now: number): number | undefined {
  return latestSamples(series, now, 1)[0];
}
