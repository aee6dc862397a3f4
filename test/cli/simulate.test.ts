import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { run, withFolder, type Outcome } from '../acceptance/command.js';
import { transcript } from './transcript.js';

const files = {
  'follow.autoscale':
    '$TargetDedicatedNodes = min(3, max(0, $PendingTasks.GetSample(1)));\n$NodeDeallocationOption = taskcompletion;\n',
  'two.autoscale': '$TargetDedicatedNodes = 2;\n',
  'broken.autoscale': '$TargetDedicatedNodes = max(1, 2;\n',
  'tasks.csv': `submit,duration\n${Array.from({ length: 40 }, (_, i) => `${60 * i},300\n`).join('')}`,
  'prices.yaml': 'currency: USD\nnodeHour:\n  Standard_D2s_v5: { dedicated: "0.096" }\n',
  'day.scenario.yaml': `seed: 7
start: 2026-03-02T08:00:00Z
until: drained
pools:
  - id: render
    vmSize: Standard_D2s_v5
    taskSlotsPerNode: 2
    enableAutoScale: true
    autoScaleFormula: { file: follow.autoscale }
    autoScaleEvaluationInterval: PT5M
jobs:
  - id: frames
    poolInfo: { poolId: render }
    tasks:
      - { from: tasks.csv, format: csv }
prices: { file: prices.yaml }
`,
};

function poolscale(...args: string[]): Outcome {
  return withFolder(files, (cwd) => run(args, { cwd }));
}

describe('poolscale simulate', () => {
  it.each([
    ['summary', ['simulate', 'day.scenario.yaml']],
    ['runs', ['simulate', 'day.scenario.yaml', '--until', 'PT30M', '--runs']],
    ['assertions', ['simulate', 'day.scenario.yaml', '--assert', 'p95_wait<1s', '--quiet']],
    ['no-arguments', ['simulate']],
    ['trace-and-scenario', ['simulate', 'day.scenario.yaml', '--trace', 'tasks.csv']],
    ['trace-option-with-scenario', ['simulate', 'day.scenario.yaml', '--slots', '4']],
    ['trace-without-formula', ['simulate', '--trace', 'tasks.csv']],
    ['unknown-parameter', ['simulate', 'day.scenario.yaml', '--param', 'sched.latancy_s=3']],
    ['wrong-parameter', ['simulate', 'day.scenario.yaml', '--param', 'sample.loss=2']],
    ['wrong-until', ['simulate', 'day.scenario.yaml', '--until', 'soon']],
    ['wrong-set', ['simulate', 'day.scenario.yaml', '--set', 'sampleOrdre=oldest-first']],
    ['unwritable-html', ['simulate', 'day.scenario.yaml', '--html', 'absent/report.html']],
    ['broken-formula', ['simulate', 'day.scenario.yaml', '--formula', 'broken.autoscale']],
  ])('transcript: %s', async (name, args) => {
    await expect(transcript(args, poolscale(...args))).toMatchFileSnapshot(
      `__snapshots__/simulate-${name}.txt`,
    );
  });

  it('reads a trace without a scenario file, its formula from standard input', () => {
    const args = ['simulate', '--trace', 'tasks.csv', '--formula', '-', '--slots', '2'];
    const outcome = withFolder(files, (cwd) =>
      run([...args, '--interval', 'PT5M', '--format', 'json'], {
        cwd,
        input: files['two.autoscale'],
      }),
    );
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      figures: { tasks: 40, succeeded: 40, peak_nodes: 2, cost: null },
    });
  });

  it('--seed, --param and --until override the scenario', () => {
    const json = (...args: string[]): { record: object; figures: Record<string, number> } => {
      const outcome = poolscale('simulate', 'day.scenario.yaml', '--format', 'json', ...args);
      expect(outcome).toMatchObject({ status: 0, stderr: '' });
      return JSON.parse(outcome.stdout) as { record: object; figures: Record<string, number> };
    };
    expect(json('--seed', '8').record).toMatchObject({ seed: '8' });
    const end = { reason: 'time', atSeconds: 1200 };
    expect(json('--until', 'PT20M').record).toMatchObject({ end });
    expect(json('--until', '2026-03-02T08:20:00Z').record).toMatchObject({ end });
    const slow = json('--param', 'alloc.first_node_s={constant: 600}').figures;
    expect(slow['max_wait']!).toBeGreaterThan(600);
  });

  it('exit code 1 when an assertion does not hold, 0 when it does', () => {
    const status = (text: string): number | null =>
      poolscale('simulate', 'day.scenario.yaml', '--assert', text).status;
    expect(status('succeeded==40')).toBe(0);
    expect(status('succeeded!=40')).toBe(1);
  });

  it('--output and --html write whole files and leave nothing else behind', () => {
    withFolder(files, (cwd) => {
      const args = ['simulate', 'day.scenario.yaml', '--html', 'r.html', '--output', 'r.txt'];
      const outcome = run(args, { cwd });
      expect(outcome).toEqual({ status: 0, stdout: '', stderr: '' });
      expect(readFileSync(join(cwd, 'r.txt'), 'utf8')).toContain('pool render');
      expect(readFileSync(join(cwd, 'r.html'), 'utf8')).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
      const created = readdirSync(cwd).filter((name) => !Object.hasOwn(files, name));
      expect(created.sort()).toEqual(['r.html', 'r.txt']);
    });
  });
});

describe('poolscale compare', () => {
  const formulas = ['--formula', 'follow.autoscale', '--formula', 'two.autoscale'];

  it.each([
    ['seeds', ['compare', 'day.scenario.yaml', ...formulas, '--seeds', '3']],
    ['one-seed', ['compare', '--trace', 'tasks.csv', ...formulas]],
    ['one-formula', ['compare', 'day.scenario.yaml', '--formula', 'two.autoscale']],
    ['no-seeds', ['compare', 'day.scenario.yaml', ...formulas, '--seeds', '0']],
    ['broken', ['compare', 'day.scenario.yaml', ...formulas, '--formula', 'broken.autoscale']],
    ['assertion', ['compare', 'day.scenario.yaml', ...formulas, '--assert', 'peak_nodes<=2']],
  ])('transcript: %s', async (name, args) => {
    await expect(transcript(args, poolscale(...args))).toMatchFileSnapshot(
      `__snapshots__/compare-${name}.txt`,
    );
  });

  it('the first run of each formula is the one that simulate shows', () => {
    const compared = poolscale('compare', 'day.scenario.yaml', ...formulas, '--format', 'json');
    const { formulas: results } = JSON.parse(compared.stdout) as {
      formulas: { runs: { seed: string; figures: object }[] }[];
    };
    for (const [index, name] of ['follow.autoscale', 'two.autoscale'].entries()) {
      const args = ['simulate', 'day.scenario.yaml', '--formula', name, '--format', 'json'];
      const { figures } = JSON.parse(poolscale(...args).stdout) as { figures: object };
      expect(results[index]!.runs).toEqual([{ seed: '7', figures }]);
    }
  });
});

describe('poolscale', () => {
  it('--version prints the version of the package', () => {
    const { version } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as { version: string };
    expect(run(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('colours its answer only when it is told to, or on a terminal', () => {
    const plain = poolscale('simulate', 'day.scenario.yaml').stdout;
    expect(plain).not.toContain('\u001b');
  });
});

it('--strict refuses a scenario with a setting that is not modelled, by its name, exit code 2', () => {
  const day = files['day.scenario.yaml'].replace(
    'taskSlotsPerNode: 2',
    'taskSlotsPerNode: 2\n    networkConfiguration: { subnetId: a }',
  );
  const simulate = (...args: string[]): Outcome =>
    withFolder({ ...files, 'net.scenario.yaml': day }, (cwd) =>
      run(['simulate', 'net.scenario.yaml', ...args], { cwd }),
    );
  const named = 'pools[0].networkConfiguration is not modelled';
  const lenient = simulate();
  expect(lenient.status).toBe(0);
  expect(lenient.stderr).toContain(`warning[not-modelled]: ${named}`);
  const strict = simulate('--strict', '--quiet');
  expect(strict.status).toBe(2);
  expect(strict.stderr).toContain(`error[not-modelled]: ${named}`);
  expect(strict.stdout).toBe('');
  expect(poolscale('simulate', 'day.scenario.yaml', '--strict').status).toBe(0);
});
