import { describe, expect, it } from 'vitest';

import type { TaskSettings } from '../../src/workload/task-settings.js';
import { load, loadInput, renderAll } from '../support/memory-files.js';

const head = `pools:
  - { id: render, vmSize: Standard_D4s_v5, targetDedicatedNodes: 2 }
jobs:
  - id: frames
    poolInfo: { poolId: render }
`;
const withTasks = (...tasks: string[]): string =>
  `${head}    tasks:\n${tasks.map((task) => `      - ${task}\n`).join('')}`;

async function settingsOf(entry: string): Promise<TaskSettings | undefined> {
  const input = await loadInput(withTasks(entry), { 'a.csv': 'submit,duration\n0,10\n' });
  return input.tasks.open().next()!.settings;
}

const entries = [
  ['a task', 'id: one, runTime: 10'],
  ['a generator', 'arrivals: { constant: 1 }, runTime: { constant: 10 }, count: 2'],
  ['a trace', 'from: a.csv'],
] as const;

describe.each(entries)('%s', (_, entry) => {
  it('has no settings unless it says so', async () => {
    expect(await settingsOf(`{ ${entry} }`)).toBeUndefined();
  });

  it('takes constraints with the names of the REST interface', async () => {
    const constraints =
      'constraints: { maxTaskRetryCount: -1, maxWallClockTime: PT1M, retentionTime: PT1H }';
    expect(await settingsOf(`{ ${entry}, ${constraints} }`)).toEqual({
      maxTaskRetryCount: -1,
      maxWallClockTime: 60 * 4000,
      retentionTime: 3600 * 4000,
    });
  });

  it('takes exit codes, signed or unsigned, and failures', async () => {
    const codes = 'exitCodes: [{ code: 3221225786, share: 0.5 }, { code: 2, share: 0.5 }]';
    const failures =
      'failures: [{ code: BlobNotFound, share: 0.1 }, { code: FileUploadMiscError }]';
    expect(await settingsOf(`{ ${entry}, ${codes}, ${failures} }`)).toEqual({
      exitCodes: [
        { code: -1_073_741_510, share: 0.5 },
        { code: 2, share: 0.5 },
      ],
      failures: [
        { code: 'BlobNotFound', share: 0.1 },
        { code: 'FileUploadMiscError', share: 1 },
      ],
    });
  });
});

describe('the loader', () => {
  it.each([
    ['exitCodes: [{ code: 1, share: 0.6 }, { code: 2, share: 0.5 }]', 'add up to at most 1'],
    ['failures: [{ code: DiskFull }, { code: BlobNotFound }]', 'add up to at most 1'],
    ['failures: [{ code: BlobNotfound }]', 'BlobNotFound'],
    ['failures: [{ code: FailureExitCode }]', 'failures'],
    ['constraints: { maxTaskRetryCount: -2 }', 'maxTaskRetryCount'],
  ])('refuses %s', async (setting, text) => {
    const result = await load(withTasks(`{ id: one, runTime: 1, ${setting} }`));
    expect(result.value).toBeUndefined();
    expect(renderAll(result)).toContain(text);
  });
});

describe('dependencies', () => {
  const job = (uses: string, ...tasks: string[]): string =>
    withTasks(...tasks).replace('    tasks:', `${uses}    tasks:`);
  const uses = '    usesTaskDependencies: true\n';
  const parent = '{ id: split, runTime: 1 }';

  it('are taken by id and by range', async () => {
    const child =
      '{ id: merge, runTime: 1, dependsOn: { taskIds: [split], taskIdRanges: [{ start: 1, end: 9 }] } }';
    const input = await loadInput(job(uses, child, parent));
    expect(input.jobs[0]!.usesTaskDependencies).toBe(true);
    expect(input.tasks.open().next()!.settings).toEqual({
      dependsOn: { taskIds: ['split'], taskIdRanges: [{ start: 1, end: 9 }] },
    });
  });

  it.each([
    ['', '{ taskIds: [split] }', 'TaskDependenciesNotSpecifiedOnJob'],
    [uses, '{ taskIds: [spilt] }', 'did you mean split?'],
    [uses, '{ taskIdRanges: [{ start: 2, end: 1 }] }', 'start not above end'],
    [uses, `{ taskIds: [${Array(1100).fill('x'.repeat(60)).join(', ')}] }`, 'TooLong'],
  ])('%s%s are checked', async (key, dependsOn, text) => {
    const child = `{ id: merge, runTime: 1, dependsOn: ${dependsOn} }`;
    expect(renderAll(await load(job(key, child, parent)))).toContain(text);
  });
});

describe('files, packages, container, affinity and usage', () => {
  it('are taken with the names of the REST interface, bytes beside them', async () => {
    const entry = `{ id: one, runTime: 1,
          resourceFiles: [{ httpUrl: "https://x/y", filePath: y, bytes: 5 }],
          outputFiles: [{ filePattern: "*.png", destination: {}, bytes: 7 }],
          applicationPackageReferences: [{ applicationId: Blender, version: "4", bytes: 9 }],
          containerSettings: { imageName: a, imageBytes: 11 },
          affinityInfo: { affinityId: tvm-1 },
          usage: { cpu: 0.5 } }`;
    expect(await settingsOf(entry)).toEqual({
      resourceFiles: [{ bytes: 5 }],
      outputFiles: [{ bytes: 7, uploadCondition: 'taskcompletion' }],
      applicationPackages: [{ id: 'blender/4', bytes: 9 }],
      container: { imageName: 'a', imageBytes: 11 },
      affinity: { affinityId: 'tvm-1' },
      usage: { cpu: 0.5 },
    });
  });

  it('usage gives the pools samples of resource metrics, so that formulas may read them', async () => {
    const scaled = (task: string): string =>
      withTasks(task).replace(
        'targetDedicatedNodes: 2',
        'enableAutoScale: true, autoScaleFormula: "$TargetDedicatedNodes = $CPUPercent.GetSample(1) > 0.5 ? 1 : 2;"',
      );
    const codesOf = async (task: string): Promise<string[]> => {
      const { value } = await load(scaled(task));
      return value!.input().diagnostics.map(({ code }) => code);
    };
    expect(await codesOf('{ id: one, runTime: 1 }')).toContain('metric-not-sampled');
    expect(await codesOf('{ id: one, runTime: 1, usage: { cpu: 0.5 } }')).not.toContain(
      'metric-not-sampled',
    );
  });
});
