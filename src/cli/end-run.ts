import { assertionLines } from '../report/terminal/assertion-lines.js';
import type { ShownAssertion } from '../report/shown-assertion.js';
import { CommandError } from './command-error.js';
import { exitCodes } from './exit-codes.js';
import type { RunCommandOptions } from './options/run-options.js';
import type { Terminal } from './terminal.js';

/** Ends `simulate` and `compare` with their exit code; failed assertions go to standard error where the answer has no words for them. */
export function endRun(
  terminal: Terminal,
  { quiet, format, output }: Pick<RunCommandOptions, 'quiet' | 'format' | 'output'>,
  assertions: readonly ShownAssertion[],
  interrupted: boolean,
  currency: string | undefined,
): void {
  const failed = assertions.filter(({ holds }) => !holds);
  if (failed.length > 0 && (quiet === true || format === 'json' || output !== undefined)) {
    const lines = assertionLines(failed, terminal.errorPalette, currency);
    terminal.stderr.write(`${lines.slice(1).join('\n')}\n`);
  }
  if (interrupted) throw new CommandError('', exitCodes.interrupted);
  if (failed.length > 0) throw new CommandError('', exitCodes.failed);
}
