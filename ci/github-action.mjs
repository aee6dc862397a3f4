// The script of action.yml: runs one command of poolscale and turns its findings into annotations.
import { spawnSync } from 'node:child_process';
import { appendFileSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const { env } = process;
const matchers = fileURLToPath(new URL('problem-matcher.json', import.meta.url));

/** At once, so that it stands before what the command prints. */
function print(line) {
  writeSync(1, `${line}\n`);
}

/** @returns {never} */
function refuse(message) {
  print(`::error title=poolscale::${message}`);
  process.exit(2);
}

const command = env.POOLSCALE_COMMAND ?? 'check';
const version = env.POOLSCALE_VERSION ?? 'latest';
if (!/^[a-z]+$/.test(command)) refuse('input command expects one word such as check or test');
// The version becomes part of a package name, which npm would also take as a URL or a path.
if (!/^[\w.+-]+$/.test(version)) refuse('input version expects a version such as 0.1.0 or latest');

const args = (env.POOLSCALE_ARGS ?? '')
  .split(/\r?\n/)
  .map((line) => line.trim())
  .filter((line) => line !== '');
// The problem matcher reads the compact form; whoever names a format wants another one.
const hasFormat = args.some((arg) => /^--format(?:=|$)/.test(arg));
const format = command === 'check' && !hasFormat ? ['--format', 'compact'] : [];

// POOLSCALE_BIN names an executable of this machine, for runners without a network and for our own tests.
const [program, ...prefix] =
  env.POOLSCALE_BIN === undefined
    ? ['npx', '--yes', `poolscale@${version}`]
    : [process.execPath, env.POOLSCALE_BIN];

print(`::add-matcher::${matchers}`);
const { status, error } = spawnSync(program, [...prefix, command, ...format, ...args], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
for (const owner of ['poolscale', 'poolscale-info']) {
  print(`::remove-matcher owner=${owner}::`);
}
if (error !== undefined) refuse(`${program} cannot be run: ${error.message}`);
const exitCode = status ?? 3;
if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, `exit-code=${exitCode}\n`);
process.exitCode = exitCode;
