import type { Outcome } from '../acceptance/command.js';

/** A session as a reader would see it: the command, what it printed where, its exit code. */
export function transcript(args: readonly string[], { status, stdout, stderr }: Outcome): string {
  const quoted = args.map((arg) => (/[^\w./=:-]/.test(arg) ? `'${arg}'` : arg));
  return [
    `$ poolscale ${quoted.join(' ')}\n`,
    stdout,
    stderr === '' ? '' : `[standard error]\n${stderr}`,
    `[exit code ${status ?? 'none'}]\n`,
  ].join('');
}
