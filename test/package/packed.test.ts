import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { root } from '../acceptance/command.js';

/** Installing the packed package asks the registry for its dependencies, so it is done where that is wanted: in CI. */
const wanted = process.env['POOLSCALE_PACKED'] === '1';
if (!wanted) console.warn('SKIPPED: the packed package is installed only with POOLSCALE_PACKED=1');

function npm(args: readonly string[], cwd: string): string {
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8', shell });
  expect(status, stderr).toBe(0);
  return stdout;
}

const program = `
import { evaluate } from 'poolscale';
import { simulate } from 'poolscale/simulator';
import { readTrace } from 'poolscale/workload';
import { loadScenario } from 'poolscale/scenario';
import { compare } from 'poolscale/experiment';
import { simulateHtml } from 'poolscale/report';
const all = [evaluate, simulate, readTrace, loadScenario, compare, simulateHtml];
console.log(all.every((each) => typeof each === 'function'));
`;

it.skipIf(!wanted)('the packed package works in an empty folder', { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'poolscale-packed-'));
  try {
    npm(['pack', '--ignore-scripts', '--pack-destination', folder], root);
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    npm(['install', '--no-audit', '--no-fund', `./${tarball}`], folder);
    writeFileSync(join(folder, 'program.js'), program);
    const ran = spawnSync(process.execPath, ['program.js'], { cwd: folder, encoding: 'utf8' });
    expect(ran).toMatchObject({ status: 0, stdout: 'true\n', stderr: '' });
    const bin = join(folder, 'node_modules/poolscale/dist/bin/poolscale.js');
    const version = spawnSync(process.execPath, [bin, '--version'], { encoding: 'utf8' });
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    copyFileSync(join(root, 'examples/check/pool.tf'), join(folder, 'pool.tf'));
    const args = [bin, 'check', 'pool.tf', '--format', 'compact'];
    const checked = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    expect(checked).toMatchObject({ status: 1, stderr: '' });
    expect(checked.stdout).toContain('pool.tf:7:24: error:');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
