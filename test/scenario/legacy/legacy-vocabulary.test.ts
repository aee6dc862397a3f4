import { describe, expect, it } from 'vitest';

import { legacyTerms } from '../../../src/scenario/legacy/legacy-terms.js';
import { readScenarioDocument } from '../../../src/scenario/legacy/read-scenario-document.js';
import { runLogged } from '../../support/logged-run.js';
import { load, loadInput } from '../../support/memory-files.js';

const legacy = `
name: rendering
pools:
  - name: farm
    tvmSize: large
    targetDedicated: 2
    maxTasksPerTVM: 2
    schedulingPolicy: { vmFillType: Pack }
    communication: false
    startTask: { runTime: PT1M, resourceFiles: [] }
  - name: spare
    TVMSize: small
    targetDedicated: 1
    fillPolicy: spread
workItems:
  - name: frames
    jobExecutionEnvironment: { poolName: farm }
    jobSpecification:
      priority: 10
      jobConstraints: { maxTaskRetryCount: 1 }
    tasks:
      - { name: one, runTime: PT10M, exitCode: 1 }
      - name: two
        runTime: PT20M
        taskConstraints: { maxTaskRetryCount: 0 }
        resourceFiles: [{ blobSource: 'http://account/container/scene', bytes: 1000000000 }]
  - name: report
    poolName: spare
    tasks: [{ name: three, runTime: PT5M }]
operations:
  - { at: PT30M, operation: rebootTVM, poolName: spare, tvms: all }
  - at: PT40M
    operation: resizePool
    poolName: farm
    targetDedicated: 1
    tvmDeallocationOption: TaskCompletion
  - { at: PT41M, operation: deleteTask, workItemName: frames, taskName: two }
`;

const modern = `
name: rendering
pools:
  - id: farm
    vmSize: large
    targetDedicatedNodes: 2
    taskSlotsPerNode: 2
    taskSchedulingPolicy: { nodeFillType: pack }
    enableInterNodeCommunication: false
    startTask: { runTime: PT1M }
  - id: spare
    vmSize: small
    targetDedicatedNodes: 1
    taskSchedulingPolicy: { nodeFillType: spread }
jobs:
  - id: frames
    poolInfo: { poolId: farm }
    priority: 10
    constraints: { maxTaskRetryCount: 1 }
    tasks:
      - { id: one, runTime: PT10M, exitCode: 1 }
      - id: two
        runTime: PT20M
        constraints: { maxTaskRetryCount: 0 }
        resourceFiles: [{ httpUrl: 'http://account/container/scene', bytes: 1000000000 }]
  - id: report
    poolInfo: { poolId: spare }
    tasks: [{ id: three, runTime: PT5M }]
operations:
  - { at: PT30M, operation: rebootNode, poolId: spare, nodes: all }
  - at: PT40M
    operation: resizePool
    poolId: farm
    targetDedicatedNodes: 1
    nodeDeallocationOption: taskcompletion
  - { at: PT41M, operation: deleteTask, jobId: frames, taskId: two }
`;

async function logOf(text: string): Promise<string> {
  return runLogged(await loadInput(text)).text;
}

async function notes(text: string): Promise<string[]> {
  const { diagnostics } = await load(text);
  return diagnostics.map(({ severity, code, message, span, help }) => {
    const before = text.slice(0, span.start);
    const line = before.split('\n').length;
    const column = span.start - before.lastIndexOf('\n');
    return `${line}:${column} ${severity} ${code}: ${message}${help === undefined ? '' : ` (${help})`}`;
  });
}

describe('a scenario in the words of 2014 and 2015', () => {
  it('has the same event log as its twin in words of today, byte for byte', async () => {
    const log = await logOf(legacy);
    expect(log).toBe(await logOf(modern));
    expect(log).toContain('"operation":"rebootNode"');
    expect(log).toContain('"vmFillType":"Pack"');
  });

  it('is told each old name once, where it stands first, with the one of today', async () => {
    const told = await notes(legacy);
    expect(told).toContain(
      '5:5 info legacy-name: tvmSize is a name of 2014-2015; today it is vmSize',
    );
    expect(told).toContain(
      '8:25 info legacy-name: schedulingPolicy.vmFillType is a name of 2014-2015; today it is taskSchedulingPolicy.nodeFillType',
    );
    expect(told.filter((note) => note.includes('tvmSize'))).toHaveLength(1);
    expect(await notes(modern)).not.toContain('legacy-name');
  });
});

describe('errors in old words', () => {
  const pool = (keys: string): string =>
    `pools: [{ name: p, targetDedicated: 1, ${keys} }]\njobs: []\n`;

  const at = (text: string, written: string): string => `1:${text.indexOf(written) + 1} error`;

  it('have the place of what was written', async () => {
    const text = pool('tvmSize: small, maxTasksPerTVM: 1000');
    expect(await notes(text)).toContain(
      `${at(text, '1000')} bad-value: pools[0].taskSlotsPerNode is 1000; expected a number of at most 256`,
    );
  });

  it('are told where an object around the value is one of today', async () => {
    const text = pool('tvmSize: small, fillPolicy: sideways');
    expect(await notes(text)).toContain(
      `${at(text, 'sideways')} bad-value: pools[0].taskSchedulingPolicy.nodeFillType is "sideways"; expected spread or pack`,
    );
  });

  it('name the key of today where an old one is misspelt', async () => {
    const text = pool('tvmSize: small, maxTaskPerTVM: 4');
    expect(await notes(text)).toContain(
      `${at(text, 'maxTaskPerTVM')} unknown-key: unknown key maxTaskPerTVM in pools[0] (did you mean taskSlotsPerNode?)`,
    );
  });

  it('an old name beside the one of today is refused', async () => {
    const text = pool('tvmSize: small, vmSize: large');
    expect(await notes(text)).toContain(
      `${at(text, 'tvmSize')} legacy-name-twice: tvmSize is a name of 2014-2015 for vmSize, which is given too`,
    );
  });
});

describe('work items', () => {
  it('stand in one list with jobs, in the order of the file', async () => {
    const ids = async (first: string, second: string): Promise<string[]> => {
      const text = `pools: [{ id: p, vmSize: s, targetDedicatedNodes: 1 }]\n${first}\n${second}\n`;
      return (await loadInput(text)).jobs.map(({ id }) => id);
    };
    const jobs = 'jobs: [{ id: a, poolInfo: { poolId: p }, tasks: [] }]';
    const workItems = 'workItems: [{ name: b, poolName: p, tasks: [] }]';
    expect(await ids(jobs, workItems)).toEqual(['a', 'b']);
    expect(await ids(workItems, jobs)).toEqual(['b', 'a']);
  });

  it('with a schedule have the shape of job schedules, and their pool is that of the job specification', () => {
    const text = `workItems:
  - name: nightly
    schedule: { DoNotRunUntil: 2015-04-16T00:00:00Z, RecurrenceInterval: P1D }
    jobExecutionEnvironment:
      autoPoolSpecification:
        { autoPoolNamePrefix: night, poolLifeTimeOption: WorkItem, KeepAlive: false, poolSpecification: { tvmSize: small } }
    jobSpecification: { priority: 5, jobManager: { name: manager, killJobOnCompletion: true } }
`;
    const document = readScenarioDocument({ name: 'test.yaml', text });
    expect(JSON.parse(JSON.stringify(document.value!.value))).toEqual({
      jobs: [],
      jobSchedules: [
        {
          id: 'nightly',
          schedule: { doNotRunUntil: '2015-04-16T00:00:00Z', recurrenceInterval: 'P1D' },
          jobSpecification: {
            priority: 5,
            jobManagerTask: { id: 'manager', killJobOnCompletion: true },
            poolInfo: {
              autoPoolSpecification: {
                autoPoolIdPrefix: 'night',
                poolLifetimeOption: 'jobschedule',
                keepAlive: false,
                pool: { vmSize: 'small' },
              },
            },
          },
        },
      ],
    });
    expect(document.value!.keySpanOf(['jobSchedules'])).toEqual({ start: 0, end: 9 });
  });

  it('with a schedule have the same event log as job schedules with auto pools, byte for byte', async () => {
    const old = `pools: []
until: P3D
start: 2015-04-16T00:00:00Z
workItems:
  - name: nightly
    schedule: { DoNotRunUntil: 2015-04-16T02:00:00Z, RecurrenceInterval: P1D }
    jobExecutionEnvironment:
      autoPoolSpecification:
        autoPoolNamePrefix: night
        poolLifeTimeOption: WorkItem
        KeepAlive: false
        poolSpecification: { tvmSize: small, targetDedicated: 2, maxTasksPerTVM: 2 }
    jobSpecification:
      jobManager: { name: manager, runTime: 600, killJobOnCompletion: true }
    tasks: [{ name: a, runTime: 60 }, { name: b, runTime: 90 }]
`;
    const today = `pools: []
until: P3D
start: 2015-04-16T00:00:00Z
jobs: []
jobSchedules:
  - id: nightly
    schedule: { doNotRunUntil: 2015-04-16T02:00:00Z, recurrenceInterval: P1D }
    jobSpecification:
      poolInfo:
        autoPoolSpecification:
          autoPoolIdPrefix: night
          poolLifetimeOption: jobschedule
          pool: { vmSize: small, targetDedicatedNodes: 2, taskSlotsPerNode: 2 }
      jobManagerTask: { id: manager, runTime: 600, killJobOnCompletion: true }
      tasks: [{ id: a, runTime: 60 }, { id: b, runTime: 90 }]
`;
    const log = await logOf(today);
    expect(log).toContain('nightly:job-3');
    expect(await logOf(old)).toBe(log);
  });

  it('that are no list are answered as jobs are', async () => {
    const told = await notes(
      'pools: [{ id: p, vmSize: s, targetDedicatedNodes: 1 }]\nworkItems: 3\n',
    );
    expect(told).toContain('2:12 error bad-value: jobs is 3; expected a list');
  });
});

describe('the table of old names', () => {
  it('has no name twice for one kind of object', () => {
    const names = legacyTerms.map(({ place, name }) => `${place}: ${name.toLowerCase()}`);
    expect(new Set(names).size).toBe(names.length);
  });
});
