import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';

import { expect, it } from 'vitest';

import { fmtCommand } from '../../src/cli/commands/fmt.js';
import { runCommand, useOwnFolder, type CommandOutcome } from '../support/command-in-process.js';
import { unifiedDiff } from '../../src/cli/fmt/unified-diff.js';

useOwnFolder();

const fmt = (...args: string[]): Promise<CommandOutcome> => runCommand(fmtCommand(), args);

it('without arguments lays out every formula below the folder, in place', async () => {
  mkdirSync('pools');
  mkdirSync('node_modules');
  writeFileSync('a.autoscale', 'a=1');
  writeFileSync('pools/b.autoscale', 'b=2');
  writeFileSync('node_modules/c.autoscale', 'c=3');
  writeFileSync('d.txt', 'd=4');
  expect(await fmt()).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync('a.autoscale', 'utf8')).toBe('a = 1;\n');
  expect(readFileSync('pools/b.autoscale', 'utf8')).toBe('b = 2;\n');
  expect(readFileSync('node_modules/c.autoscale', 'utf8')).toBe('c=3');
  expect(readFileSync('d.txt', 'utf8')).toBe('d=4');
  expect(readdirSync('.')).toEqual(['a.autoscale', 'd.txt', 'node_modules', 'pools']);
});

it('a link stays a link and permissions stay', async () => {
  writeFileSync('real.autoscale', 'a=1');
  chmodSync('real.autoscale', 0o640);
  symlinkSync('real.autoscale', 'link.autoscale');
  expect((await fmt('link.autoscale')).code).toBe(0);
  expect(lstatSync('link.autoscale').isSymbolicLink()).toBe(true);
  expect(readFileSync('real.autoscale', 'utf8')).toBe('a = 1;\n');
  expect(statSync('real.autoscale').mode & 0o777).toBe(0o640);
});

it('--check lists the files that would change and leaves them alone', async () => {
  writeFileSync('good.autoscale', 'a = 1;\n');
  writeFileSync('odd.autoscale', 'a=1');
  const args = ['--check', 'good.autoscale', 'odd.autoscale'];
  expect(await fmt(...args)).toEqual({ code: 1, stdout: 'odd.autoscale\n', stderr: '' });
  expect(readFileSync('odd.autoscale', 'utf8')).toBe('a=1');
  expect(await fmt('--check', 'good.autoscale')).toEqual({ code: 0, stdout: '', stderr: '' });
});

it('--diff prints what would change', async () => {
  writeFileSync('odd.autoscale', 'a = 1;\nb=2');
  expect(await fmt('--diff', 'odd.autoscale')).toEqual({
    code: 1,
    stdout: [
      '--- odd.autoscale',
      '+++ odd.autoscale',
      '@@ -1,2 +1,2 @@',
      ' a = 1;',
      '-b=2',
      '\\ No newline at end of file',
      '+b = 2;',
      '',
    ].join('\n'),
    stderr: '',
  });
  expect(readFileSync('odd.autoscale', 'utf8')).toBe('a = 1;\nb=2');
});

it('a broken formula is shown and left alone, the others are laid out, exit code 2', async () => {
  writeFileSync('broken.autoscale', 'a = (1');
  writeFileSync('odd.autoscale', 'a=1');
  const outcome = await fmt('broken.autoscale', 'odd.autoscale');
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain('broken.autoscale:1:');
  expect(readFileSync('broken.autoscale', 'utf8')).toBe('a = (1');
  expect(readFileSync('odd.autoscale', 'utf8')).toBe('a = 1;\n');
});

it('a missing file, an empty folder and an unknown switch end with exit code 2', async () => {
  expect(await fmt('nowhere.autoscale')).toMatchObject({ code: 2 });
  expect((await fmt()).stderr).toContain('no formula was found');
  expect((await fmt('--set', 'blockComment=accept')).stderr).toContain('blockComments');
  expect(existsSync('nowhere.autoscale')).toBe(false);
});

it('--set blockComments=accept lets block comments stand', async () => {
  writeFileSync('block.autoscale', '/* a */ x=1');
  expect((await fmt('block.autoscale')).code).toBe(2);
  expect((await fmt('--set', 'blockComments=accept', 'block.autoscale')).code).toBe(0);
  expect(readFileSync('block.autoscale', 'utf8')).toBe('/* a */ x = 1;\n');
});

it('distant changes are hunks of their own', () => {
  const lines = Array.from({ length: 20 }, (_, at) => `line ${at + 1}\n`);
  const changed = lines.map((line, at) => (at === 1 || at === 17 ? `new ${line}` : line));
  const diff = unifiedDiff(lines.join(''), changed.join(''), 'f');
  expect(diff.match(/^@@.*@@$/gm)).toEqual(['@@ -1,5 +1,5 @@', '@@ -15,6 +15,6 @@']);
  expect(unifiedDiff('', 'a\n', 'f')).toContain('@@ -0,0 +1,1 @@\n+a\n');
  expect(unifiedDiff('a\n', 'a\n', 'f')).toBe('');
});

const pool = (formula: string): string =>
  `resource "azurerm_batch_pool" "p" {\n  auto_scale {\n    formula = ${formula}\n  }\n}\n`;

it('formulas inside other files are laid out in place, holes kept', async () => {
  mkdirSync('infra');
  writeFileSync(
    'infra/a.tf',
    pool('<<-EOF\n      a=min(${var.max},3);\n      b=2;// x\n      ${var.more}\n    EOF'),
  );
  writeFileSync('pool.json', '{ "autoScaleFormula": "a=1;b=\\"x\\"" }');
  writeFileSync('pool.yaml', '\ufeffautoScaleFormula: |\r\n  a=1;\r\n  b=2;\r\nx: 1\r\n');
  expect(await fmt()).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync('infra/a.tf', 'utf8')).toBe(
    pool('<<-EOF\n      a = min(${var.max}, 3);\n      b = 2; // x\n      ${var.more}\n    EOF'),
  );
  expect(readFileSync('pool.json', 'utf8')).toBe('{ "autoScaleFormula": "a = 1; b = \\"x\\";" }');
  expect(readFileSync('pool.yaml', 'utf8')).toBe(
    '\ufeffautoScaleFormula: |\r\n  a = 1;\r\n  b = 2;\r\nx: 1\r\n',
  );
});

it('a formula whose host cannot hold the layout stays and is named', async () => {
  writeFileSync('a.py', 'x = f(auto_scale_formula="a=1;" + "b=2;")\n');
  const { code, stderr } = await fmt();
  expect(code).toBe(0);
  expect(stderr).toBe('a.py: auto_scale_formula stays as it is: its host cannot hold the layout\n');
  expect(readFileSync('a.py', 'utf8')).toBe('x = f(auto_scale_formula="a=1;" + "b=2;")\n');
});

it('a syntax error of an embedded formula is shown at its place in the host', async () => {
  writeFileSync('a.tf', pool('<<EOF\na = 1;\nb = (2;\nEOF'));
  const { code, stderr } = await fmt('a.tf');
  expect(code).toBe(2);
  expect(stderr).toContain('a.tf:5:');
});
