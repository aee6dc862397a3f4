import { describe, expect, it } from 'vitest';

import { load, loadInput, renderAll } from '../support/memory-files.js';

/** A scenario whose only job has these settings beside its tasks. */
const scenario = (settings: string, tasks = '[{ id: one, runTime: 10 }]'): string => `pools:
  - { id: render, vmSize: Standard_D4s_v5, targetDedicatedNodes: 2 }
jobs:
  - id: frames
    poolInfo: { poolId: render }
${settings
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
    tasks: ${tasks}
`;

const prepared = (release: string): string =>
  `jobPreparationTask: { runTime: 5 }\njobReleaseTask: ${release}`;

describe('jobReleaseTask', () => {
  it('has the defaults of the REST interface', async () => {
    const { jobs } = await loadInput(scenario(prepared('{ runTime: PT1M }')));
    expect(jobs[0]!.releaseTask).toEqual({
      id: 'jobrelease',
      runTime: 60 * 4000,
      maxWallClockTime: 900 * 4000,
      failureShare: 0,
    });
  });

  it('lets a release task run for 15 minutes at most', async () => {
    const release = '{ runTime: PT1M, maxWallClockTime: PT15M1S }';
    const result = await load(scenario(prepared(release)));
    expect(result.value).toBeUndefined();
    expect(renderAll(result)).toContain(
      'maxWallClockTime of a job release task must be at most PT15M (the service answers InvalidPropertyValue)',
    );
    const longest = prepared('{ runTime: PT1M, maxWallClockTime: PT15M }');
    expect((await load(scenario(longest))).value).toBeDefined();
  });

  it('refuses a release task without a preparation task', async () => {
    const result = await load(scenario('jobReleaseTask: { runTime: PT1M }'));
    expect(result.value).toBeUndefined();
    expect(renderAll(result)).toContain('JobPreparationTaskNotSpecified');
  });
});

it('refuses the id of a preparation or release task for another task', async () => {
  const settings = prepared('{ runTime: PT1M, id: JobPreparation }');
  const tasks = '[{ id: jobPREPARATION, runTime: 1 }]';
  const codes = renderAll(await load(scenario(settings, tasks))).match(/TaskIdSameAs\w+/g);
  expect(codes).toEqual([
    'TaskIdSameAsJobPreparationTask',
    'TaskIdSameAsJobPreparationTask',
    'TaskIdSameAsJobReleaseTask',
  ]);
});

describe('jobManagerTask', () => {
  it('has the defaults that the REST interface documents', async () => {
    const { jobs } = await loadInput(scenario('jobManagerTask: { id: boss, runTime: PT1M }'));
    expect(jobs[0]!.jobManagerTask).toEqual({
      id: 'boss',
      runTime: 60 * 4000,
      exitCode: 0,
      requiredSlots: 1,
      killJobOnCompletion: true,
      runExclusive: true,
      allowLowPriorityNode: true,
      settings: {},
    });
  });

  it('takes constraints, exit codes and files as any task, and no multi-instance settings', async () => {
    const settings = 'constraints: { maxTaskRetryCount: 2 }, exitCodes: [{ code: 3, share: 0.5 }]';
    const { jobs } = await loadInput(
      scenario(`jobManagerTask: { id: boss, runTime: 1, ${settings} }`),
    );
    expect(jobs[0]!.jobManagerTask!.settings).toEqual({
      maxTaskRetryCount: 2,
      exitCodes: [{ code: 3, share: 0.5 }],
    });
    const multi = 'multiInstanceSettings: { numberOfInstances: 2 }';
    const result = await load(scenario(`jobManagerTask: { id: boss, runTime: 1, ${multi} }`));
    expect(renderAll(result)).toContain('multiInstanceSettings');
    expect(result.value).toBeUndefined();
  });

  it('has an id that no other task of the job has', async () => {
    const manager = 'jobManagerTask: { id: ONE, runTime: 1 }';
    expect(renderAll(await load(scenario(manager)))).toContain('there is another task one');
  });

  it('may need more slots than a node has, with a warning', async () => {
    const manager = 'jobManagerTask: { id: boss, runTime: 1, requiredSlots: 3 }';
    const result = await load(scenario(manager));
    expect(result.value).toBeDefined();
    expect(renderAll(result)).toContain('the job manager task asks for more slots');
  });
});
