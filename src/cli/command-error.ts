import { exitCodes, type ExitCode } from './exit-codes.js';

/** Ends a command with one message for the user; only code of src/cli throws it, and main.ts prints it. */
export class CommandError extends Error {
  readonly exitCode: ExitCode;

  /** Without a message, what was wrong has been printed already. */
  constructor(message: string = '', exitCode: ExitCode = exitCodes.usage) {
    super(message);
    this.exitCode = exitCode;
  }
}
