import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { root, run, withFolder } from './command.js';

const scenario = join(root, 'examples/nextflow-run.scenario.yaml');

it('simulate --events writes a log that inspect tells the life of a task, a job, a node and a pool from', () => {
  withFolder({}, (cwd) => {
    const simulated = run(['simulate', scenario, '--events', 'run.ndjson', '--quiet'], { cwd });
    expect(simulated).toMatchObject({ status: 0, stdout: '' });
    const task = run(['inspect', 'run.ndjson', '--task', 'benchmark/10'], { cwd });
    expect(task.status).toBe(0);
    expect(task.stdout).toContain('submitted, active');
    expect(task.stdout).toContain('completed, exit code 0');
    const nodeId = /assigned to (tvm-\S+),/.exec(task.stdout)![1]!;
    const node = run(['inspect', 'run.ndjson', '--node', nodeId], { cwd });
    expect(node.stdout).toContain('task benchmark/10 runs');
    const pool = run(['inspect', 'run.ndjson', '--pool', 'workers', '--format', 'json'], { cwd });
    const life = JSON.parse(pool.stdout) as { entries: readonly { text: string }[] };
    expect(life.entries[0]!.text).toContain('created, Standard_D4s_v5');
    const job = run(['inspect', 'run.ndjson', '--job', 'benchmark'], { cwd });
    expect(job.stdout).toMatch(/at the end +0 active, 0 running, [1-9]\d* completed/);
    // The log has its name only once it is whole.
    expect(
      readFileSync(join(cwd, 'run.ndjson'), 'utf8').trimEnd().split('\n').length,
    ).toBeGreaterThan(9000);
  });
});

it('inspect --job-schedule tells which months went without a job and why', () => {
  const monthly = join(root, 'examples/rehearsals/monthly-statements/first.scenario.yaml');
  withFolder({}, (cwd) => {
    run(['simulate', monthly, '--events', 'run.ndjson', '--quiet'], { cwd });
    const inspect = (...args: string[]) => run(['inspect', 'run.ndjson', ...args], { cwd });
    const { status, stdout } = inspect('--job-schedule', 'month-end');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^job schedule month-end\n/);
    expect(stdout).toMatch(/missed +3 recurrences went without a job/);
    expect(stdout).toContain(
      'no job for 3 recurrences until 2026-04-05T18:00:00.000Z: month-end:job-1 is active',
    );
    const json = JSON.parse(inspect('--job-schedule', 'MONTH-END', '--format', 'json').stdout) as {
      jobSchedule: { recurrencesMissed: number };
    };
    expect(json.jobSchedule.recurrencesMissed).toBe(3);
    expect(inspect('--job-schedule', 'month-ned').stderr).toContain(
      'there is no job schedule month-ned: did you mean month-end?',
    );
  });
});

it('inspect names the nearest id, asks for one subject, and says which line is no event', () => {
  const log =
    '{"t":0,"time":"2026-01-01T00:00:00.000Z","event":"PoolCreate","body":{"id":"render"}}\n';
  withFolder({ 'a.ndjson': log, 'b.ndjson': `${log}oops\n` }, (cwd) => {
    const inspect = (...args: string[]) => run(['inspect', ...args], { cwd });
    expect(inspect('a.ndjson', '--pool', 'rendre')).toMatchObject({ status: 2, stdout: '' });
    expect(inspect('a.ndjson', '--pool', 'rendre').stderr).toContain('did you mean render?');
    expect(inspect('a.ndjson').stderr).toContain(
      'expected one of --task, --job, --job-schedule, --node and --pool',
    );
    expect(inspect('b.ndjson', '--pool', 'render').stderr).toContain('b.ndjson:2:1');
    expect(inspect('absent.ndjson', '--pool', 'x')).toMatchObject({ status: 2 });
  });
});

it('simulate --check-invariants finds nothing wrong with an example, and changes nothing', () => {
  const args = [
    'simulate',
    join(root, 'examples/spot-and-slots.scenario.yaml'),
    '--format',
    'json',
  ];
  const checked = run([...args, '--check-invariants']);
  expect(checked).toMatchObject({ status: 0, stderr: '' });
  expect(run(args).stdout).toBe(checked.stdout);
});
