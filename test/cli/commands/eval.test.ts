import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import { evalCommand } from '../../../src/cli/commands/eval.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'poolscale-eval-'))));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function run(...args: string[]): { out: string; err: string; code: unknown } {
  const out: string[] = [];
  const err: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
  vi.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
  evalCommand().parse(args, { from: 'user' });
  return { out: out.join('\n'), err: err.join('\n'), code: process.exitCode };
}

const now = ['--now', '2026-03-02T09:15:00Z'];

describe('poolscale eval', () => {
  it('prints the answer as JSON and exits with 0', () => {
    const formula = file(
      'a.autoscale',
      'v = $ActiveTasks.GetSample(2); i = TimeInterval_Hour; t = time(); n = 0 / 0;',
    );
    const metrics = file(
      'm.yaml',
      'pool: { targetDedicatedNodes: 3 }\nseries: { $ActiveTasks: "0 1" }',
    );
    const { out, code } = run(formula, '--metrics', metrics, ...now, '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      timestamp: '2026-03-02T09:15:00.000Z',
      results:
        '$TargetDedicatedNodes=3;$TargetLowPriorityNodes=0;$NodeDeallocationOption=requeue;i=1h;n=nan;t=2026-03-02T09:15:00.000Z;v=[0,1]',
      variables: { i: '1h', n: 'NaN', t: '2026-03-02T09:15:00.000Z', v: [0, 1] },
      unverified: ['sampleOrder', 'divisionByZero', 'valueDisplay'],
      diagnostics: [],
    });
  });

  it('exits with 1 for an evaluation error', () => {
    const { out, code } = run(file('b.autoscale', 'x = y;'), ...now, '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      error: { code: 'AutoScalingFormulaEvaluationError' },
      diagnostics: [{ code: 'undefined-variable', line: 1, column: 5 }],
    });
  });

  it('exits with 1 for a formula that the service refuses', () => {
    const { out, code } = run(file('c.autoscale', 'x = ('), '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      httpStatus: 400,
      error: { code: 'AutoScalingFormulaSyntaxError' },
    });
  });

  it('takes series and switches from the command line', () => {
    const formula = file(
      'd.autoscale',
      '$TargetDedicatedNodes = max($PendingTasks.GetSample(9)) - 7; stop();',
    );
    expect(run(formula, '--series', '$PendingTasks=0+10x5').out).toContain(
      '$TargetDedicatedNodes=43',
    );
    const discarded = run(formula, '--series', '$PendingTasks=0+10x5', '--set', 'stop=discard');
    expect(discarded.out).toContain('$TargetDedicatedNodes=0');
  });

  it('shows the value of every sub-expression', () => {
    const { err } = run(file('e.autoscale', 'x = max(1, 2 * 3);'), '--trace');
    expect(err).toBe(
      '1:9  1  =>  1\n1:12  2  =>  2\n1:16  3  =>  3\n1:12  2 * 3  =>  6\n1:5  max(1, 2 * 3)  =>  6',
    );
  });

  it.each([
    [['missing.autoscale'], 'missing.autoscale cannot be read'],
    [['a.autoscale', '--format', 'xml'], '--format expects text or json, found xml'],
    [['a.autoscale', '--now', 'noon'], '--now expects an instant'],
    [['a.autoscale', '--series', 'PendingTasks=1'], '--series expects METRIC=SERIES'],
    [['a.autoscale', '--series', '$PendingTasks=1 x'], 'x is no element of a series'],
    [['a.autoscale', '--set', 'stop=never'], 'never is not a value of stop'],
    [['a.autoscale', '--metrics', 'missing.yaml'], 'missing.yaml cannot be read'],
  ])('exits with 2 for %s', ([name, ...options], message) => {
    const { err, code } = run(join(folder, name!), ...options);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
