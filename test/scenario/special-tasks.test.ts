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
