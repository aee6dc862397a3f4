import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { exercise } from './exercise.js';
import { hostileTexts } from './hostile-texts.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

it.each([...hostileTexts])('%s does no harm', (_, text) => {
  expect(exercise(text)).toEqual([]);
});

it('nor do 2,000 random texts, in a small heap and on a small stack', () => {
  const script = join(root, 'scripts/fuzz-language.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, '--inputs', '2000', '--seed', 'tests'],
    { cwd: root, encoding: 'utf8' },
  );
  expect(stderr.replaceAll(/^SKIPPED.*\n/gm, '')).toBe('');
  expect(stdout).toContain(`${2000 + hostileTexts.size} inputs, 0 failures`);
  expect(status).toBe(0);
}, 300_000);
