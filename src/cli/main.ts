#!/usr/bin/env node
import { nodeVersion } from './node-version.js';

import { Command, CommanderError } from 'commander';

import { CommandError } from './command-error.js';
import { commandTable } from './command-table.js';
import { exitCodes } from './exit-codes.js';
import { printError, processTerminal } from './terminal.js';
import { version } from './version.generated.js';

const examples = `examples:
  poolscale check
  poolscale eval formula.autoscale --series '$PendingTasks=0+10x5'
  poolscale simulate night.scenario.yaml --html report.html
  poolscale compare night.scenario.yaml --formula a.autoscale --formula b.autoscale --seeds 10
`;

/** The code of a command that is named is all that is loaded; any other command line, such as `--help`, is about all of them. */
async function commandsFor(first: string | undefined): Promise<readonly Command[]> {
  if (first === '--version') return [];
  const named = commandTable.filter(({ name }) => name === first);
  return Promise.all((named.length > 0 ? named : commandTable).map(({ load }) => load()));
}

async function createProgram(): Promise<Command> {
  const program = new Command('poolscale')
    .description(
      'Azure Batch autoscale formulas: check, test and evaluate them, and simulate the Batch service around them',
    )
    .version(version, '--version', 'print the version')
    .addHelpText('before', examples)
    .addHelpText(
      'after',
      '\nexit codes: 0 done, 1 assertion, test or evaluation failed, 2 wrong usage or input, 3 internal error, 130 interrupted',
    );
  const commands = await commandsFor(process.argv[2]);
  for (const command of commands) program.addCommand(command);
  // Commands that were made elsewhere do not inherit these settings from the program.
  for (const command of [program, ...commands]) {
    command.exitOverride().showSuggestionAfterError().showHelpAfterError('(--help shows examples)');
  }
  return program;
}

/** A reader that has seen enough (`| head`) is no error. */
function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
}

function exitCodeOf(error: unknown): number {
  const terminal = processTerminal();
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  if (error instanceof CommandError) {
    if (error.message !== '') printError(terminal, error.message);
    return error.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  printError(
    terminal,
    `internal: ${message.split('\n')[0]!} (a bug of poolscale ${version} on Node ${nodeVersion}: please report it with the command line; DEBUG=poolscale shows where)`,
  );
  if (process.env['DEBUG'] === 'poolscale' && error instanceof Error) {
    terminal.stderr.write(`${error.stack ?? ''}\n`);
  }
  return exitCodes.internal;
}

endQuietlyOnClosedPipe();
try {
  const program = await createProgram();
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
