import { describe, expect, it } from 'vitest';

import { simulate } from '../../src/simulator/index.js';
import { load, loadInput, renderAll } from '../support/memory-files.js';

const scenario = (jobs: string, more = ''): string => `
pools: []
${more}jobs:
${jobs}
`;

const job = (autoPool: string): string => `
  - id: render
    onAllTasksComplete: terminatejob
    poolInfo:
      autoPoolSpecification:
${autoPool.replaceAll(/^/gm, '        ')}
    tasks: [{ id: a, runTime: 60 }, { id: b, runTime: 60 }]`;

const simple = `autoPoolIdPrefix: auto
poolLifetimeOption: job
pool: { vmSize: Standard_D4s_v5, targetDedicatedNodes: 2 }`;

describe('an auto pool of a scenario', () => {
  it('has all that a pool has but its id', async () => {
    const { jobs } = await loadInput(scenario(job(simple)));
    expect(jobs[0]).toMatchObject({
      pool: -1,
      autoPool: {
        autoPoolIdPrefix: 'auto',
        poolLifetimeOption: 'job',
        keepAlive: false,
        pool: { vmSize: 'Standard_D4s_v5', targetDedicatedNodes: 2, nodeFillType: 'spread' },
      },
    });
    expect(jobs[0]!.autoPool!.pool).not.toHaveProperty('id');
  });

  it('runs the tasks of its job, with a formula too', async () => {
    const scaled = `poolLifetimeOption: job
keepAlive: true
pool:
  vmSize: Standard_D4s_v5
  enableAutoScale: true
  autoScaleFormula: '$TargetDedicatedNodes = 2;'`;
    const record = simulate(await loadInput(scenario(job(scaled))));
    expect(record.tasks.succeeded).toBe(2);
    expect(record.pools[0]!.autoScale!.formula).toBe('$TargetDedicatedNodes = 2;');
  });

  it('can be that of a job schedule', async () => {
    const text = `
pools: []
jobs: []
until: P1D
jobSchedules:
  - id: hourly
    schedule: { recurrenceInterval: PT6H }
    jobSpecification:
      onAllTasksComplete: terminatejob
      poolInfo:
        autoPoolSpecification:
          poolLifetimeOption: jobschedule
          pool: { vmSize: Standard_D4s_v5, targetDedicatedNodes: 1 }
      tasks: [{ id: a, runTime: 60 }]
`;
    const record = simulate(await loadInput(text));
    expect(record.pools.length).toBe(1);
    expect(record.tasks.succeeded).toBe(4);
  });

  it.each([
    ['a long prefix', simple.replace('auto\n', `${'a'.repeat(21)}\n`), 'at most 20 letters'],
    [
      'the life of a schedule without one',
      simple.replace('Option: job', 'Option: jobschedule'),
      'poolLifetimeOption: job',
    ],
    ['a pool with an id', simple.replace('{ vmSize', '{ id: mine, vmSize'), 'id'],
    ['no targets', simple.replace(', targetDedicatedNodes: 2', ''), 'targetDedicatedNodes'],
    [
      'a wrong formula',
      simple.replace(
        'targetDedicatedNodes: 2',
        "enableAutoScale: true, autoScaleFormula: '$Target = (;'",
      ),
      'error',
    ],
  ])('with %s is an error', async (_, specification, text) => {
    const loaded = await load(scenario(job(specification)));
    const rendered =
      loaded.value === undefined ? renderAll(loaded) : renderAll(loaded.value.input({}));
    expect(rendered).toContain(text);
    expect(rendered).toContain('error');
  });

  it('and poolId exclude each other', async () => {
    const both = job(simple).replace('poolInfo:', 'poolInfo:\n      poolId: other');
    expect(renderAll(await load(scenario(both)))).toContain(
      'one of the keys poolId and autoPoolSpecification',
    );
  });
});
