import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { run, withFolder, type Outcome } from './command.js';

const formula = '$TargetDedicatedNodes = 1;\n';
const scenario = (change: (text: string) => string = (text) => text): string =>
  change(`name: test
seed: 1
until: PT1H
pools:
  - id: pool
    vmSize: any
    enableAutoScale: true
    autoScaleFormula: { file: a.autoscale }
jobs:
  - id: job
    poolInfo: { poolId: pool }
    tasks:
      - { from: tasks.csv, format: csv }
`);
const trace = 'submit,duration\n0,60\n10,60\n';
const files = { 'a.autoscale': formula, 'tasks.csv': trace, 's.scenario.yaml': scenario() };

function simulate(
  changes: Readonly<Record<string, string | Uint8Array>>,
  ...args: string[]
): Outcome {
  return withFolder({ ...files, ...changes }, (cwd) =>
    run(['simulate', ...(args.length > 0 ? args : ['s.scenario.yaml'])], { cwd }),
  );
}

/** One clear message: where, what, exit code 2, no stack trace. */
function expectMessage(outcome: Outcome, ...parts: string[]): void {
  expect(outcome.status, outcome.stderr).toBe(2);
  expect(outcome.stdout).toBe('');
  for (const part of parts) expect(outcome.stderr).toContain(part);
  expect(outcome.stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(outcome.stderr.match(/^(error|warning)(\[|:)/gm)?.length).toBe(1);
}

describe('bad input gives one clear message with file, line and column, and exit code 2', () => {
  it('the files of these tests are good', () => {
    expect(simulate({})).toMatchObject({ status: 0 });
  });

  it('a misspelt key in a scenario', () => {
    const misspelt = scenario((text) => text.replace('vmSize', 'vmSise'));
    expectMessage(
      simulate({ 's.scenario.yaml': misspelt }),
      's.scenario.yaml:6:5',
      'vmSise',
      'vmSize',
    );
  });

  it('a formula with a syntax error', () => {
    const broken = '$TargetDedicatedNodes = max(1, 2;\n';
    expectMessage(simulate({ 'a.autoscale': broken }), 'a.autoscale:1:33', ')');
  });

  it('a missing trace', () => {
    const missing = scenario((text) => text.replace('tasks.csv', 'nothing.csv'));
    expectMessage(simulate({ 's.scenario.yaml': missing }), 's.scenario.yaml:13:', 'nothing.csv');
  });

  it('a truncated gzip', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `${i},${(i * 7919) % 1009}`).join('\n');
    const whole = gzipSync(`submit,duration\n${rows}\n`);
    const cut = whole.subarray(0, Math.floor(whole.length / 2));
    const gz = scenario((text) => text.replace('tasks.csv', 'tasks.csv.gz'));
    expectMessage(simulate({ 's.scenario.yaml': gz, 'tasks.csv.gz': cut }), 'tasks.csv.gz', 'gzip');
  });

  it.each([
    ['an empty file', ''],
    ['a header and no row', 'submit,duration\n'],
  ])('an empty trace: %s', (_, text) => {
    expectMessage(simulate({ 'tasks.csv': text }), 'tasks.csv:');
  });

  it('a row of a trace that is not a number', () => {
    expectMessage(
      simulate({ 'tasks.csv': 'submit,duration\n0,60\n10,soon\n' }),
      'tasks.csv:3:4',
      'soon',
    );
  });

  it('a scenario that does not exist, and one that is no YAML', () => {
    expectMessage(simulate({}, 'absent.scenario.yaml'), 'absent.scenario.yaml');
    expectMessage(simulate({ 's.scenario.yaml': 'pools: [' }), 's.scenario.yaml:1:');
  });

  it('an assertion on a figure that does not exist', () => {
    const outcome = simulate({}, 's.scenario.yaml', '--assert', 'p95_wiat<10m');
    expect(outcome.status).toBe(2);
    expect(outcome.stderr).toContain('p95_wait');
  });
});

it('a formula that the service accepts is run, also where a place of it fails when it is reached', () => {
  const typo = '$TargetDedicatedNodes = 1 > 0 ? 1 : $PendingTask;\n';
  const outcome = simulate({ 'a.autoscale': typo });
  expect(outcome.status).toBe(0);
  expect(outcome.stderr).toContain('did you mean $PendingTasks?');
  expect(outcome.stdout).toContain('none failed');
});
