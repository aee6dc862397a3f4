import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { run, withFolder, type Outcome } from '../acceptance/command.js';
import { transcript } from './transcript.js';

const formula = `// Twice the pending tasks, at most 30.
demand = max(0, $PendingTasks.GetSample(1));
$TargetDedicatedNodes = demand > 3
  ? min(30, demand * 2)
  : 1;
`;
const passing = `formula: { file: twice.autoscale }
cases:
  - { name: many, series: { $PendingTasks: 10 }, expect: { $TargetDedicatedNodes: 20 } }
`;
const failing = `formula: { file: twice.autoscale }
cases:
  - { name: many, series: { $PendingTasks: 10 }, expect: { $TargetDedicatedNodes: '>= 21' } }
  - { name: few, series: { $PendingTasks: 2 }, expect: { $TargetDedicatedNodes: 1 } }
  - { name: none, todo: not decided, expect: { $TargetDedicatedNodes: 0 } }
  - name: never above 25
    forAll: { series: { $PendingTasks: { values: 0..500, samples: 2 } } }
    expect: { $TargetDedicatedNodes: 0..25 }
`;
const files = {
  'twice.autoscale': formula,
  'a.autoscale-test.yaml': passing,
  'b.autoscale-test.yaml': failing,
};

function test(...args: string[]): Outcome {
  return withFolder(files, (cwd) => run(['test', ...args], { cwd }));
}

/** Times differ from run to run. */
function withoutTimes({ stdout, ...rest }: Outcome): Outcome {
  return { ...rest, stdout: stdout.replace(/\(\d+\.\d\d s\)/g, '(0.00 s)') };
}

it.each([
  ['pass', ['a.autoscale-test.yaml', '--verbose']],
  ['fail', ['b.autoscale-test.yaml']],
  ['run', ['--run', '^few$', '--verbose']],
  ['coverage', ['a.autoscale-test.yaml', '--min-coverage', '90']],
  ['empty', ['--run', 'nothing']],
  ['wrong-format', ['--format', 'junti']],
  ['wrong-expression', ['--run', '(']],
  ['two-formats', ['--format', 'json', '--format', 'tap']],
])('test %s', async (name, args) => {
  const outcome = withoutTimes(test(...args));
  await expect(transcript(['test', ...args], outcome)).toMatchFileSnapshot(
    `__snapshots__/test-${name}.txt`,
  );
});

it('a file that cannot be read as tests is exit code 2, the others run', () => {
  const broken = { ...files, 'c.autoscale-test.yaml': 'formula: x = 1;\ncase: []\n' };
  const outcome = withFolder(broken, (cwd) => run(['test'], { cwd }));
  expect(outcome.status).toBe(2);
  expect(outcome.stderr).toContain('c.autoscale-test.yaml:2:1');
  expect(outcome.stdout).toContain('2 passed, 2 failed, 1 skipped in 3 files, 1 not readable');
});

it('no test at all is exit code 1 unless that is accepted', () => {
  withFolder({ 'twice.autoscale': formula }, (cwd) => {
    expect(run(['test'], { cwd })).toMatchObject({ status: 1 });
    expect(run(['test', '--no-fail-on-empty'], { cwd })).toMatchObject({ status: 0, stderr: '' });
  });
});

it('a file that is not there is exit code 2', () => {
  const outcome = test('missing.autoscale-test.yaml');
  expect(outcome.status).toBe(2);
  expect(outcome.stderr).toContain('missing.autoscale-test.yaml cannot be read');
});

it('writes several reports and the coverage in one run', () => {
  withFolder(files, (cwd) => {
    const formats = ['--format', 'junit=report.xml', '--format', 'tap=report.tap'];
    const lcov = ['--coverage-format', 'lcov', '--coverage-output', 'lcov.info'];
    const outcome = run(['test', 'a.autoscale-test.yaml', ...formats, ...lcov], { cwd });
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect(outcome.stdout).toContain('1 passed');
    const read = (name: string): string => readFileSync(join(cwd, name), 'utf8');
    expect(read('report.xml')).toContain('<testsuites name="poolscale" tests="1"');
    expect(read('report.tap')).toBe('TAP version 14\n1..1\nok 1 - a.autoscale-test.yaml: many\n');
    expect(read('lcov.info')).toContain('SF:twice.autoscale\nDA:2,1\nDA:3,1\nDA:4,1\nDA:5,0\n');
  });
});

it('another seed draws other histories, the same seed the same', () => {
  const counterexample = (seed: string): string =>
    test('b.autoscale-test.yaml', '--run', 'never', '--seed', seed).stdout.match(
      /history \d+, made smaller \d+/,
    )![0];
  const seeds = ['1', '2', '3', '4'];
  const first = seeds.map(counterexample);
  expect(seeds.map(counterexample)).toEqual(first);
  expect(new Set(first).size).toBeGreaterThan(1);
});
