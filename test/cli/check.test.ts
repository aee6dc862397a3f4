import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { run, withFolder, type Outcome } from '../acceptance/command.js';
import { transcript } from './transcript.js';

const pool = `resource "azurerm_batch_pool" "render" {
  auto_scale {
    evaluation_interval = "PT5M"
    formula = <<-EOT
      pending = max(0, $PendingTask.GetSample(1));
      $TargetDedicatedNodes = min(20, pending);
      $NodeDeallocationOption = taskcompletion;
    EOT
  }
}
`;
const files = { 'pool.tf': pool, 'slow.autoscale': '$TargetDedicatedNodes = 1,5;\n' };

function check(args: readonly string[], given: Readonly<Record<string, string>> = files): Outcome {
  return withFolder(given, (cwd) => run(['check', ...args], { cwd }));
}

describe('what is printed', () => {
  it.each([
    ['pretty', []],
    ['compact', ['--format', 'compact']],
    ['json', ['--format', 'json', 'slow.autoscale']],
    ['diff', ['--diff']],
    ['dry-run', ['--fix', '--dry-run', '--quiet', '--format', 'compact']],
    ['wrong-format', ['--format', 'sarf']],
    ['wrong-rule', ['--rule', 'unguarded-windw=off']],
    ['missing-file', ['pool.tf', 'missing.tf', '--format', 'compact']],
  ])('%s', async (name, args) => {
    const text = transcript(['check', ...args], check(args));
    await expect(text).toMatchFileSnapshot(`__snapshots__/check-${name}.txt`);
  });
});

describe('exit codes', () => {
  it('0 where nothing fails, also where there is no formula', () => {
    expect(check([], { 'readme.md': 'Nothing.' })).toMatchObject({
      status: 0,
      stdout: 'found no formulas in 1 file\n',
    });
    expect(check(['--format', 'compact'], {})).toMatchObject({ status: 0, stdout: '' });
  });

  const warned = { 'a.autoscale': 'x = 1;\n$NodeDeallocationOption = taskcompletion;\n' };

  it('1 from the level of --fail-on, and above --max-warnings', () => {
    expect(check([], warned).status).toBe(0);
    expect(check(['--fail-on', 'info'], warned).status).toBe(1);
    expect(
      check(['--rule', 'target-never-set=warning', '--max-warnings', '0'], warned).status,
    ).toBe(1);
    expect(check(['--rule', 'target-never-set=error'], warned).status).toBe(1);
  });

  it('2 for wrong usage', () => {
    for (const args of [
      ['--dry-run'],
      ['--max-warnings', 'few'],
      ['--stdin-filename', 'a.tf'],
      ['--fail-on', 'never'],
    ]) {
      expect(check(args).status, args.join(' ')).toBe(2);
    }
  });
});

describe('--fix', () => {
  it('writes the file and says how much', () => {
    withFolder(files, (cwd) => {
      const { stdout, status } = run(['check', 'slow.autoscale', '--fix'], { cwd });
      expect(stdout).toContain('1 fixed');
      expect(status).toBe(0);
      const text = readFileSync(join(cwd, 'slow.autoscale'), 'utf8');
      expect(text).toBe('$TargetDedicatedNodes = 1.5;\n');
    });
  });

  it('gives standard input back with its fixes', () => {
    const input = '{"autoScaleFormula":"$TargetDedicatedNodes = 1,5;"}';
    const { stdout } = run(['check', '-', '--stdin-filename', 'p.json', '--fix'], { input });
    expect(stdout).toBe('{"autoScaleFormula":"$TargetDedicatedNodes = 1.5;"}');
    const other = run(['check', '-', '--stdin-filename', 'p.json', '--fix'], { input: '{ }\n' });
    expect(other.stdout).toBe('{ }\n');
  });
});

describe('hostile folders', () => {
  it('are read as far as they can be, and what was not is named', () => {
    withFolder({ 'a.autoscale': '$TargetDedicatedNodes = 1;\n' }, (cwd) => {
      mkdirSync(join(cwd, 'inner'));
      symlinkSync(cwd, join(cwd, 'inner', 'loop'));
      writeFileSync(join(cwd, 'binary.tf'), new Uint8Array([1, 0, 2, 0]));
      writeFileSync(join(cwd, 'latin.tf'), new Uint8Array([0x61, 0xe9, 0x62]));
      writeFileSync(join(cwd, 'large.json'), Buffer.alloc(100 * 1024 * 1024, 0x20));
      writeFileSync(
        join(cwd, 'bomb.yaml'),
        `autoScaleFormula: x\na: &a [x,x,x,x,x,x,x,x,x,x]\n${'bcdefghij'.replace(/./g, (key) => {
          const before = String.fromCharCode(key.charCodeAt(0) - 1);
          return `${key}: &${key} [${Array(10).fill(`*${before}`).join(',')}]\n`;
        })}`,
      );
      const { stdout, stderr } = run(['check'], { cwd });
      expect(stderr).toBe('');
      expect(stdout).toContain('binary.tf was not read: it is binary');
      expect(stdout).toContain('latin.tf was not read: it is not valid UTF-8');
      expect(stdout).toContain('large.json was not read: it is larger than 20 MB');
      expect(stdout).toContain('3 paths not read');
      expect(run(['check', 'binary.tf'], { cwd }).status).toBe(2);
    });
  });
});

describe('a formula in a file of its own', () => {
  it('that several hosts read is checked once', () => {
    const host = (name: string): string =>
      `resource "azurerm_batch_pool" "${name}" {\n  auto_scale {\n    formula = file("f.autoscale")\n  }\n}\n`;
    const { stdout } = check(['--format', 'json'], {
      'a.tf': host('a'),
      'b.tf': host('b'),
      'f.autoscale': '$TargetDedicatedNodes = 1;\n',
    });
    const { summary } = JSON.parse(stdout) as { summary: Record<string, number> };
    expect(summary).toMatchObject({ files: 3, formulas: 1, dynamic: 0 });
  });

  it('that is not there is counted as not checked', () => {
    const { stdout } = check([], {
      'a.tf':
        'resource "azurerm_batch_pool" "a" {\n  auto_scale {\n    formula = file("f.txt")\n  }\n}\n',
    });
    expect(stdout).toContain('there is no file f.txt');
    expect(stdout).toContain('1 dynamic and not checked');
  });
});

describe('a configuration file', () => {
  const config = 'rules: { no-deallocation-option: error }\nexclude: [vendor.tf]\n';
  const given = {
    'a.autoscale': '$TargetDedicatedNodes = 1;\n',
    'vendor.tf': pool,
    'poolscale.config.yaml': config,
  };

  it('sets levels and leaves files out; the command line wins', () => {
    const configured = check([], given);
    expect(configured.status).toBe(1);
    expect(configured.stdout).toContain('error[no-deallocation-option]');
    expect(configured.stdout).toContain('1 left out by the configuration');
    expect(check(['a.autoscale', '--rule', 'no-deallocation-option=info'], given).status).toBe(0);
    expect(check(['a.autoscale', '--no-config'], given).status).toBe(0);
    expect(check(['vendor.tf'], given).status).toBe(0);
  });

  it('that is wrong is shown at its place, exit code 2', () => {
    const wrong = { ...given, 'poolscale.config.yaml': 'rules:\n  no-upper-clmp: off\n' };
    const { status, stderr } = check([], wrong);
    expect(status).toBe(2);
    expect(stderr).toContain('poolscale.config.yaml:2:3');
    expect(stderr).toContain('did you mean no-upper-clamp?');
  });

  it('is shown by --print-config as it holds for a file', () => {
    const { stdout } = check(['--print-config', 'a.autoscale'], given);
    const settings = JSON.parse(stdout) as { rules: Record<string, string>; checked: boolean };
    expect(settings.rules['no-deallocation-option']).toBe('error');
    expect(settings.checked).toBe(true);
  });

  it('names formulas that cannot be told by their name', () => {
    const { stdout } = check(['--format', 'compact'], {
      'pools.yaml': 'pools:\n  - size: x = y;\n  - size: $TargetDedicatedNodes = 1;\n',
      'poolscale.config.json': '{ "hosts": [{ "paths": ["pools.*.size"] }] }',
    });
    expect(stdout).toContain('pools.yaml:2:15: error: y is not defined here');
  });
});

describe('--baseline', () => {
  it('lets only new findings fail, wherever the old ones have moved', () => {
    withFolder({ 'a.autoscale': 'x = y;\n$TargetDedicatedNodes = x;\n' }, (cwd) => {
      const withBaseline = ['check', '--baseline', 'known.json'];
      expect(run(withBaseline, { cwd }).status).toBe(2);
      expect(run([...withBaseline, '--update-baseline'], { cwd }).status).toBe(0);
      const before = run(withBaseline, { cwd });
      expect(before.status).toBe(0);
      expect(before.stdout).toContain('known from the baseline');
      writeFileSync(
        join(cwd, 'a.autoscale'),
        '// More.\n\nx = y;\n$TargetDedicatedNodes = x + z;\n',
      );
      const after = run([...withBaseline, '--format', 'compact'], { cwd });
      expect(after.status).toBe(1);
      expect(after.stdout).toContain('z is not defined here');
      expect(after.stdout).not.toContain('y is not defined here');
    });
  });

  it('refuses a file that is no baseline', () => {
    const { status, stderr } = check(['--baseline', 'known.json'], { 'known.json': '[1]' });
    expect(status).toBe(2);
    expect(stderr).toContain('known.json is no baseline');
  });
});
