import { chmod, realpath, stat } from 'node:fs/promises';

import { Command, Option } from 'commander';

import { hasErrors } from '../../base/diagnostics/diagnostic.js';
import { formatFormula } from '../../parser/format/format-formula.js';
import type { Profile } from '../../profile/profile.js';
import { CommandError } from '../command-error.js';
import { exitCodes } from '../exit-codes.js';
import { findFormulas } from '../fmt/find-formulas.js';
import { unifiedDiff } from '../fmt/unified-diff.js';
import { readArgument } from '../io/read-files.js';
import { writeWhole } from '../io/write-file.js';
import { printDiagnostics, processTerminal, type Terminal } from '../terminal.js';
import { collect, profileFromOptions, type ProfileOptions } from './profile-options.js';

interface FmtOptions extends ProfileOptions {
  readonly check?: boolean;
  readonly diff?: boolean;
}

const examples = `examples:
  poolscale fmt
  poolscale fmt pools/render.autoscale
  poolscale fmt --check
  poolscale fmt --diff pools/*.autoscale
  poolscale fmt - < render.autoscale
`;

/** `poolscale fmt`: the layout of formulas. */
export function fmtCommand(): Command {
  return new Command('fmt')
    .description('lay out formulas in one style; comments and meaning stay as they are')
    .argument(
      '[files...]',
      'formulas (default: *.autoscale below this folder); - reads standard input and prints to standard output',
    )
    .addHelpText('before', examples)
    .addOption(
      new Option('--check', 'only list the files that would change, exit code 1 if any').conflicts(
        'diff',
      ),
    )
    .option('--diff', 'only print what would change, exit code 1 if anything')
    .option('--profile <file>', 'switches for behaviour that no public record settles')
    .option('--set <name=value>', 'one switch (repeatable)', collect)
    .action(formatFiles);
}

async function formatFiles(files: readonly string[], options: FmtOptions): Promise<void> {
  const terminal = processTerminal();
  const { value: profile, diagnostics } = profileFromOptions(options);
  printDiagnostics(terminal, diagnostics);
  if (profile === undefined) throw new CommandError();
  const paths = files.length > 0 ? files : findFormulas('.');
  if (paths.length === 0) {
    throw new CommandError(
      'there is no *.autoscale file below this folder; expected the path of a formula',
    );
  }
  const outcomes: Outcome[] = [];
  for (const path of paths) outcomes.push(await formatFile(terminal, path, profile, options));
  if (outcomes.includes('broken')) throw new CommandError('', exitCodes.usage);
  const onlyLooking = options.check === true || options.diff === true;
  if (onlyLooking && outcomes.includes('changed')) throw new CommandError('', exitCodes.failed);
}

type Outcome = 'unchanged' | 'changed' | 'broken';

async function formatFile(
  terminal: Terminal,
  path: string,
  profile: Profile,
  { check, diff }: FmtOptions,
): Promise<Outcome> {
  const source = await readArgument(path);
  const { value, diagnostics } = formatFormula(source, profile);
  printDiagnostics(terminal, diagnostics);
  if (value === undefined || hasErrors(diagnostics)) return 'broken';
  const changed = value !== source.text;
  if (check === true) {
    if (changed) terminal.stdout.write(`${source.name}\n`);
  } else if (diff === true) {
    terminal.stdout.write(unifiedDiff(source.text, value, source.name));
  } else if (path === '-') {
    terminal.stdout.write(value);
  } else if (changed) {
    await replaceFile(path, value);
  }
  return changed ? 'changed' : 'unchanged';
}

/** A link stays a link, and the file keeps its permissions. */
async function replaceFile(path: string, content: string): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  await writeWhole(target, content);
  await chmod(target, mode);
}
