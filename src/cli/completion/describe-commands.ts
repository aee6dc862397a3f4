import type { Command } from 'commander';

export interface DescribedOption {
  /** `--format`, `-h`. */
  readonly flag: string;
  readonly description: string;
  /** Whether a value follows. */
  readonly takesValue: boolean;
  /** Values to choose from; empty where the value is free. */
  readonly choices: readonly string[];
}

export interface DescribedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly DescribedOption[];
  /** Values of its first argument to choose from; empty where that is a file. */
  readonly choices: readonly string[];
}

/** What a shell can complete of some commands. */
export function describeCommands(commands: readonly Command[]): readonly DescribedCommand[] {
  return commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: [
      ...command.options.map((option) => ({
        flag: option.long ?? option.short!,
        description: option.description,
        takesValue: option.required || option.optional,
        choices: option.argChoices ?? [],
      })),
      { flag: '--help', description: 'show help', takesValue: false, choices: [] },
    ],
    choices: command.registeredArguments[0]?.argChoices ?? [],
  }));
}
