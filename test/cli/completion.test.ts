import { spawnSync } from 'node:child_process';

import { expect, it } from 'vitest';

import { run, withFolder } from '../acceptance/command.js';
import { transcript } from './transcript.js';

const hasBash = spawnSync('bash', ['--version']).status === 0;
if (!hasBash) console.warn('SKIPPED: there is no bash');

/** What bash offers after some words. */
function completed(...words: string[]): string[] {
  const script = run(['completion', 'bash']).stdout;
  const list = ['poolscale', ...words].map((word) => `'${word}'`).join(' ');
  const program = `${script}\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length}; _poolscale; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', program], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

it.skipIf(!hasBash)('bash completes commands, options and their values', () => {
  expect(completed('che')).toEqual(['check']);
  expect(completed('check', '--fail')).toEqual(['--fail-on']);
  expect(completed('check', '--fail-on', 'w')).toEqual(['warning']);
  expect(completed('completion', 'f')).toEqual(['fish']);
});

it.each([
  ['zsh', '#compdef poolscale'],
  [
    'fish',
    "complete -c poolscale -n '__fish_seen_subcommand_from check' -l fail-on -r -f -a 'error warning info'",
  ],
  ['pwsh', "'check --fail-on' = @('error', 'warning', 'info')"],
])('%s has a script', (shell, text) => {
  const { stdout, status } = run(['completion', shell]);
  expect(status).toBe(0);
  expect(stdout).toContain(text);
});

it('refuses a shell that it does not know', () => {
  expect(run(['completion', 'tcsh']).status).toBe(2);
});

it('init writes a configuration that check reads, and never over another one', async () => {
  const steps = withFolder({ 'a.autoscale': '$TargetDedicatedNodes = 1;\n' }, (cwd) => {
    const sessions = [['init'], ['check', '--quiet'], ['init'], ['init', '--print-step', 'azure']];
    return sessions.map((args) => transcript(args, run(args, { cwd }))).join('\n');
  });
  await expect(steps).toMatchFileSnapshot('__snapshots__/init.txt');
});
