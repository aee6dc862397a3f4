import { Command, Option } from 'commander';

import { hasErrors } from '../../base/diagnostics/diagnostic.js';
import type { SourceText } from '../../base/text/source-text.js';
import { formatFormula } from '../../parser/format/format-formula.js';
import { hostLanguageOf } from '../../extract/host-language.js';
import type { Profile } from '../../profile/profile.js';
import { CommandError } from '../command-error.js';
import { exitCodes } from '../exit-codes.js';
import { findFiles } from '../find/find-files.js';
import { readHostFile, type HostFile } from '../find/read-host-file.js';
import { formatHost, type FormattedHost } from '../fmt/format-host.js';
import { unifiedDiff } from '../fmt/unified-diff.js';
import { readArgument } from '../io/read-files.js';
import { replaceFile } from '../io/replace-file.js';
import { printDiagnostics, processTerminal, type Terminal } from '../terminal.js';
import { collect } from '../options/collect.js';
import { profileFromOptions, type ProfileOptions } from './profile-options.js';

interface FmtOptions extends ProfileOptions {
  readonly check?: boolean;
  readonly diff?: boolean;
}

const examples = `examples:
  poolscale fmt
  poolscale fmt pools/render.autoscale
  poolscale fmt --check
  poolscale fmt --diff infra/pools.tf
  poolscale fmt - < render.autoscale
`;

/** `poolscale fmt`: the layout of formulas. */
export function fmtCommand(): Command {
  return new Command('fmt')
    .description('lay out formulas in one style; comments and meaning stay as they are')
    .argument(
      '[files...]',
      'files and folders with formulas (default: this folder); - reads standard input and prints to standard output',
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
  const isInput = files.length === 1 && files[0] === '-';
  const found = isInput ? { files, skipped: [] } : findFiles(files.length > 0 ? files : ['.']);
  for (const { path, reason } of found.skipped) {
    const named = files.includes(path);
    if (named) throw new CommandError(`${path} cannot be read: ${reason}`);
    terminal.stderr.write(`${path} was left out: ${reason}\n`);
  }
  const outcomes: Outcome[] = [];
  for (const path of found.files) outcomes.push(await formatFile(terminal, path, profile, options));
  if (outcomes.every((outcome) => outcome === 'without formula')) {
    throw new CommandError('no formula was found; expected *.autoscale, or a file that holds one');
  }
  if (outcomes.includes('broken')) throw new CommandError('', exitCodes.usage);
  const onlyLooking = options.check === true || options.diff === true;
  if (onlyLooking && outcomes.includes('changed')) throw new CommandError('', exitCodes.failed);
}

type Outcome = 'unchanged' | 'changed' | 'broken' | 'without formula';

async function formatFile(
  terminal: Terminal,
  path: string,
  profile: Profile,
  { check, diff }: FmtOptions,
): Promise<Outcome> {
  const file = await readFileOrInput(path);
  if (typeof file === 'string') {
    terminal.stderr.write(`${path} was left out: ${file}\n`);
    return 'without formula';
  }
  const { source, toBytes } = file;
  const language = hostLanguageOf(path) ?? 'autoscale';
  const { text, formulas, diagnostics, notWritten } =
    language === 'autoscale'
      ? formatWhole(source, profile)
      : await formatHost(source, language, profile);
  printDiagnostics(terminal, diagnostics);
  for (const address of notWritten) {
    terminal.stderr.write(`${path}: ${address} stays as it is: its host cannot hold the layout\n`);
  }
  const changed = text !== source.text;
  if (check === true) {
    if (changed) terminal.stdout.write(`${source.name}\n`);
  } else if (diff === true) {
    terminal.stdout.write(unifiedDiff(source.text, text, source.name));
  } else if (path === '-') {
    if (!hasErrors(diagnostics)) terminal.stdout.write(text);
  } else if (changed) {
    await replaceFile(path, toBytes(text));
  }
  if (hasErrors(diagnostics)) return 'broken';
  if (formulas === 0) return 'without formula';
  return changed ? 'changed' : 'unchanged';
}

async function readFileOrInput(path: string): Promise<HostFile | string> {
  if (path === '-')
    return { source: await readArgument(path), toBytes: (text) => Buffer.from(text) };
  const read = readHostFile(path);
  return read.kind === 'text' ? read.file : read.reason;
}

function formatWhole(source: SourceText, profile: Profile): FormattedHost {
  const { value, diagnostics } = formatFormula(source, profile);
  const text = hasErrors(diagnostics) ? source.text : (value ?? source.text);
  return { text, formulas: 1, diagnostics, notWritten: [] };
}
