import { expect, it } from 'vitest';

import { run } from './command.js';

it.each([
  [[]],
  [['eval']],
  [['fmt']],
  [['rules']],
  [['explain']],
  [['test']],
  [['simulate']],
  [['compare']],
  [['inspect']],
  [['profile']],
])('poolscale %s --help shows examples', (path) => {
  const outcome = run([...path, '--help']);
  expect(outcome.status).toBe(0);
  expect(outcome.stdout).toMatch(/examples?:/i);
  expect(outcome.stdout).toContain(`poolscale ${path.join(' ')}`.trim());
});

it('a misspelt command or option names the nearest one, exit code 2', () => {
  expect(run(['simulat'])).toMatchObject({ status: 2 });
  expect(run(['simulat']).stderr).toContain('simulate');
  const outcome = run(['simulate', 'x.yaml', '--sed', '1']);
  expect(outcome.status).toBe(2);
  expect(outcome.stderr).toContain('--seed');
});
