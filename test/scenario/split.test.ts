import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { root } from '../acceptance/command.js';
import { runLogged, type LoggedRun } from '../support/logged-run.js';
import { load, loadInput } from '../support/memory-files.js';

async function run(text: string): Promise<LoggedRun> {
  return runLogged(await loadInput(text));
}

const scenario = (split: string): string => `
pools: [{ id: farm, vmSize: D4, targetDedicatedNodes: 2 }]
jobs:
  - id: movie
    poolInfo: { poolId: farm }
    usesTaskDependencies: true
    tasks: [${split}]
`;

describe('a job that a job splitter splits', () => {
  it('has so many tasks once it is split, and a merge task that starts after the last of them', async () => {
    const split =
      '{ split: 5, submit: PT1M, splitTime: PT2M, runTime: 60, merge: { id: movie, runTime: PT5M } }';
    const { record, log } = await run(scenario(split));
    expect(record.tasks).toMatchObject({ submitted: 6, succeeded: 6 });
    const submissions = log.filter(
      ({ event, body }) => event === 'TaskStateChange' && body['to'] === 'active',
    );
    expect(submissions.map(({ t, body }) => [t, body['id']])).toEqual(
      ['1', '2', '3', '4', '5', 'movie'].map((id) => [180_000, id]),
    );
    const ends = log.filter(
      ({ event, body }) => event === 'TaskComplete' && body['id'] !== 'movie',
    );
    const merge = log.find(({ event, body }) => event === 'TaskStart' && body['id'] === 'movie')!;
    expect(merge.t).toBeGreaterThanOrEqual(Math.max(...ends.map(({ t }) => t)));
  });

  it('has no merge where one of its tasks fails for good', async () => {
    const split = '{ split: 3, runTime: 60, failureShare: 1, merge: { runTime: PT5M } }';
    const { record } = await run(scenario(split));
    expect(record.tasks).toMatchObject({ submitted: 4, failed: 3, succeeded: 0 });
  });

  it('must be alone in a job with task dependencies', async () => {
    const split = '{ split: 3, runTime: 60, merge: { runTime: PT5M } }';
    const alone = await load(scenario(`${split}, { id: other, runTime: 60 }`));
    expect(alone.diagnostics.map(({ message }) => message)).toEqual([
      'a split is all the work of its job, but job movie has other tasks too',
    ]);
    const independent = scenario(split).replace('usesTaskDependencies: true', 'priority: 1');
    expect((await load(independent)).diagnostics.map(({ code }) => code)).toEqual([
      'split-without-dependencies',
    ]);
  });
});

it('the movie of the example is made after the last frame', async () => {
  const text = readFileSync(join(root, 'examples/batch-apps-render.scenario.yaml'), 'utf8');
  const { record, log } = await run(text);
  expect(record.tasks).toMatchObject({ submitted: 241, succeeded: 241, failed: 0 });
  const completed = log.filter(({ event }) => event === 'TaskComplete');
  expect(completed.at(-1)!.body['id']).toBe('movie');
  expect(record.tasks.retries).toBeGreaterThan(0);
});
