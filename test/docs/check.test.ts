import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { configOf } from '../../src/lint/config/check-config.js';
import { readConfig } from '../../src/lint/config/read-config.js';
import { checkFormats } from '../../src/cli/check/format-names.js';
import { root, run } from '../acceptance/command.js';

const page = readFileSync(join(root, 'docs/check.md'), 'utf8');

it('the README shows what check prints', () => {
  const { stdout, status } = run(['check', 'examples/check']);
  expect(status).toBe(1);
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(
    `$ npx poolscale check examples/check\n${stdout}\`\`\``,
  );
});

it('the page names every option and every format', () => {
  const help = run(['check', '--help']).stdout;
  for (const [, option] of help.matchAll(/^ {2}(--[\w-]+)/gm)) {
    expect(page, option).toContain(option);
  }
  for (const format of checkFormats) expect(page).toContain(`| \`${format}\``);
});

it('the configuration of the page can be read', () => {
  const text = /```yaml\n([^`]*)```/.exec(page)![1]!;
  const { value, diagnostics } = readConfig({ name: 'poolscale.config.yaml', text });
  expect(diagnostics).toEqual([]);
  expect(configOf(value!, 'charts/a.yaml').formulaPaths).toEqual(['pools.*.scaling']);
});
