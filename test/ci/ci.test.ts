import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { command, root, run, withFolder } from '../acceptance/command.js';

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

interface Matcher {
  readonly owner: string;
  readonly severity?: string;
  readonly pattern: readonly (Readonly<Record<string, number>> & { readonly regexp: string })[];
}

const { problemMatcher } = JSON.parse(read('ci/problem-matcher.json')) as {
  readonly problemMatcher: readonly Matcher[];
};

/** What a matcher makes of a line of `--format compact`. */
function annotations(line: string): object[] {
  return problemMatcher.flatMap(({ severity, pattern: [pattern] }) => {
    const match = new RegExp(pattern!.regexp).exec(line);
    if (match === null) return [];
    const groups = Object.entries(pattern!).filter(([name]) => name !== 'regexp');
    const fields = groups.map(([name, group]) => [name, match[Number(group)]]);
    return [
      { ...(severity === undefined ? {} : { severity }), ...Object.fromEntries(fields) } as object,
    ];
  });
}

describe('the problem matcher', () => {
  it.each([
    [
      'infra/pool.tf:27:41: error: no variable $PendingTask [unknown-variable]',
      {
        file: 'infra/pool.tf',
        line: '27',
        column: '41',
        severity: 'error',
        message: 'no variable $PendingTask',
        code: 'unknown-variable',
      },
    ],
    [
      'C:\\pools\\a.autoscale:1:2: warning: [0] is read: twice [some-rule]',
      {
        file: 'C:\\pools\\a.autoscale',
        line: '1',
        column: '2',
        severity: 'warning',
        message: '[0] is read: twice',
        code: 'some-rule',
      },
    ],
    [
      'a b.yaml:3:4: info: fine [style]',
      {
        file: 'a b.yaml',
        line: '3',
        column: '4',
        severity: 'notice',
        message: 'fine',
        code: 'style',
      },
    ],
  ])('reads %s', (line, expected) => {
    expect(annotations(line)).toEqual([expected]);
  });

  it.each(['found 3 formulas in 2 files', 'a.tf:1: error: no column [x]', 'error: no place [x]'])(
    'leaves %s alone',
    (line) => {
      expect(annotations(line)).toEqual([]);
    },
  );
});

describe('the script of the GitHub Action', () => {
  const files = {
    'a.autoscale': '$TargetDedicatedNodes = 2;\n',
    'a.autoscale-test.yaml':
      'formula: { file: a.autoscale }\ncases: [{ name: two, expect: { $TargetDedicatedNodes: 2 } }]\n',
  };

  function act(inputs: Readonly<Record<string, string>>): {
    status: number | null;
    stdout: string;
    output: string;
  } {
    return withFolder({ ...files, output: '' }, (cwd) => {
      const env = {
        ...process.env,
        POOLSCALE_BIN: command,
        GITHUB_OUTPUT: join(cwd, 'output'),
        ...inputs,
      };
      const { status, stdout } = spawnSync(process.execPath, [join(root, 'ci/github-action.mjs')], {
        cwd,
        env,
        encoding: 'utf8',
      });
      return { status, stdout, output: readFileSync(join(cwd, 'output'), 'utf8') };
    });
  }

  it('runs the command with the matcher registered around it', () => {
    const { status, stdout, output } = act({
      POOLSCALE_COMMAND: 'test',
      POOLSCALE_ARGS: '--verbose\n  --run\n  two\n',
    });
    expect({ status, output }).toEqual({ status: 0, output: 'exit-code=0\n' });
    const lines = stdout.split('\n');
    expect(lines[0]).toBe(`::add-matcher::${join(root, 'ci/problem-matcher.json')}`);
    expect(stdout).toContain('pass two');
    const removed = problemMatcher.map(({ owner }) => `::remove-matcher owner=${owner}::`);
    expect(lines.slice(-1 - removed.length, -1)).toEqual(removed);
  });

  it('ends with the exit code of the command', () => {
    const { status, output } = act({ POOLSCALE_COMMAND: 'test', POOLSCALE_ARGS: '--run\nnothing' });
    expect({ status, output }).toEqual({ status: 1, output: 'exit-code=1\n' });
  });

  it('expands nothing in the arguments', () => {
    const { status, stdout } = act({
      POOLSCALE_COMMAND: 'test',
      POOLSCALE_ARGS: '--run\n$(echo two); `two`',
    });
    expect(status).toBe(1);
    expect(stdout).toContain('0 passed');
  });

  it.each([
    [{ POOLSCALE_COMMAND: 'test; rm' }, 'input command expects'],
    [{ POOLSCALE_COMMAND: 'test', POOLSCALE_VERSION: '../x' }, 'input version expects'],
  ])('refuses %j', (inputs, message) => {
    const { status, stdout } = act(inputs);
    expect(status).toBe(2);
    expect(stdout).toContain(message);
  });

  it('gets each input of action.yml', () => {
    const action = parse(read('action.yml')) as {
      inputs: Record<string, unknown>;
      runs: { using: string; steps: { env?: Record<string, string>; run?: string }[] };
    };
    const step = action.runs.steps.find(({ run: script }) => script !== undefined)!;
    expect(action.runs.using).toBe('composite');
    expect(step.run).toContain('ci/github-action.mjs');
    const steps = JSON.stringify(action);
    for (const input of Object.keys(action.inputs)) expect(steps).toContain(`inputs.${input} `);
    const script = readFileSync(join(root, 'ci/github-action.mjs'), 'utf8');
    for (const name of Object.keys(step.env!)) expect(script).toContain(`env.${name}`);
  });
});

const templates = ['ci/azure-pipelines.yml', 'ci/gitlab.yml', '.pre-commit-hooks.yaml'];

/** Every call of poolscale in a template: the command and the options that it names. */
const calls = templates.flatMap((path) =>
  [
    ...read(path).matchAll(
      /(?:entry: poolscale|npx --yes poolscale@(?:\$\{\{[^}]*\}\}|\S+)) (\w+)(.*)$/gm,
    ),
  ].map(([, name, rest]): [string, string, string[]] => [
    path,
    name!,
    rest!.match(/--[\w-]+/g) ?? [],
  ]),
);

describe('the templates', () => {
  it.each(templates)('%s is YAML and calls poolscale', (path) => {
    expect(parse(read(path))).toBeTypeOf('object');
    expect(calls.filter(([from]) => from === path).length).toBeGreaterThan(1);
  });

  const hasCheck = run(['--help']).stdout.includes('\n  check ');
  if (!hasCheck)
    console.warn('SKIPPED: the calls of poolscale check, which this build does not have');

  it.each(calls.filter(([, name]) => hasCheck || name !== 'check'))(
    '%s: poolscale %s has the options %j',
    (_, name, options) => {
      const { status, stdout } = run([name, '--help']);
      expect(status).toBe(0);
      expect(stdout).toContain(`Usage: poolscale ${name}`);
      for (const option of options) expect(stdout).toContain(option);
    },
  );

  it('pre-commit runs on the files that its hooks are for', () => {
    const hooks = parse(read('.pre-commit-hooks.yaml')) as { id: string; files: string }[];
    const runsOn = (path: string): string[] =>
      hooks.filter(({ files }) => new RegExp(files).test(path)).map(({ id }) => id);
    expect(runsOn('a.autoscale')).toEqual(hooks.map(({ id }) => id));
    expect(runsOn('infra/pool.tf')).toEqual(['poolscale-check', 'poolscale-check-system']);
    expect(runsOn('a.autoscale-test.yaml')).toContain('poolscale-test');
    expect(runsOn('image.png')).toEqual([]);
  });
});

it('the examples of docs/ci.md are YAML', () => {
  const blocks = [...read('docs/ci.md').matchAll(/```yaml\n([^`]*)```/g)].map((match) => match[1]!);
  expect(blocks).toHaveLength(5);
  for (const block of blocks) expect(parse(block)).toBeTypeOf('object');
});
