import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { root } from '../acceptance/command.js';

it('the README shows what npm run demo prints', () => {
  const folder = mkdtempSync(join(tmpdir(), 'poolscale-'));
  const demo = [join(root, 'scripts/demo.mjs'), join(folder, 'report.html')];
  const { stdout, status } = spawnSync(process.execPath, demo, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(status).toBe(0);
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const shown = /```\n(nextflow-run [\s\S]*?)\.\.\.\n```/.exec(readme)![1]!;
  expect(stdout.slice(0, shown.length)).toBe(shown);
});
