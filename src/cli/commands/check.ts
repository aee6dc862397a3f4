import { buffer } from 'node:stream/consumers';

import { Command, Option } from 'commander';

import type { Severity } from '../../base/diagnostics/diagnostic.js';
import type { CheckReport } from '../../report/check/check-report.js';
import { reaches } from '../../report/check/severity-rank.js';
import { countText } from '../../report/check/count-text.js';
import { readBaseline, writeBaseline } from '../check/baseline.js';
import { buildReport } from '../check/build-report.js';
import { checkFormats, readCheckFormats, writeCheckReports } from '../check/check-formats.js';
import { examineFiles, type Examined, type FixMode } from '../check/examine-files.js';
import { createFileSettings, settingsText } from '../check/file-settings.js';
import { writeFixes } from '../check/write-fixes.js';
import { CommandError } from '../command-error.js';
import { exitCodes } from '../exit-codes.js';
import { findFiles } from '../find/find-files.js';
import { createProgressLine } from '../progress-line.js';
import { printError, processTerminal, type Terminal } from '../terminal.js';
import { collect } from '../options/collect.js';
import type { ProfileOptions } from './profile-options.js';

interface CheckOptions extends ProfileOptions {
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly diff?: boolean;
  readonly format?: readonly string[];
  readonly failOn: Severity;
  readonly maxWarnings?: string;
  readonly stdinFilename?: string;
  readonly rule?: readonly string[];
  readonly requireReason?: boolean;
  readonly quiet?: boolean;
  readonly config?: string | boolean;
  readonly printConfig?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

const examples = `examples:
  poolscale check
  poolscale check infra/ --fail-on warning
  poolscale check --fix
  poolscale check --format pretty --format sarif=poolscale.sarif
  poolscale check - --stdin-filename pool.tf < pool.tf
`;

/** `poolscale check`: types and rules, wherever formulas stand. */
export function checkCommand(): Command {
  return new Command('check')
    .description(
      'find formulas in Terraform, Bicep, JSON, YAML, scripts and Markdown, and check them',
    )
    .argument('[paths...]', 'files and folders (default: this folder); - reads standard input')
    .addHelpText('before', examples)
    .option('--fix', 'make safe fixes in place')
    .option('--dry-run', 'with --fix: only say how many fixes would be made')
    .option('--diff', 'print what --fix would change, and change nothing')
    .option(
      '--format <format[=file]>',
      `${checkFormats.join(', ')}; to a file with =file (repeatable)`,
      collect,
    )
    .addOption(
      new Option('--fail-on <level>', 'lowest level of a finding that gives exit code 1')
        .choices(['error', 'warning', 'info'])
        .default('error'),
    )
    .option('--max-warnings <count>', 'exit code 1 above this number of warnings')
    .option(
      '--rule <id=level>',
      'level of a rule: off, info, warning or error (repeatable)',
      collect,
    )
    .option('--require-reason', 'ignore comments must say why, after --')
    .option('--stdin-filename <path>', 'name of standard input, which decides its language')
    .option('--quiet', 'show only the findings that fail, and no counts')
    .option('--baseline <file>', 'only findings that are not in this file count')
    .option('--update-baseline', 'write all findings to the file of --baseline')
    .option('--config <file>', 'configuration file, in place of the nearest poolscale.config.*')
    .option('--no-config', 'read no configuration file')
    .option('--print-config <file>', 'print the settings that hold for a file, and check nothing')
    .option('--profile <file>', 'switches for behaviour that no public record settles')
    .option('--set <name=value>', 'one such switch (repeatable)', collect)
    .action(check);
}

async function check(given: readonly string[], options: CheckOptions): Promise<void> {
  const terminal = processTerminal();
  const { failOn } = options;
  const quiet = options.quiet === true;
  const formats = readCheckFormats(options.format ?? []);
  const maxWarnings = readMaxWarnings(options.maxWarnings);
  const fix = fixModeOf(options);
  const settingsOf = await createFileSettings(terminal, options);
  if (options.printConfig !== undefined) {
    terminal.stdout.write(settingsText(await settingsOf(options.printConfig)));
    return;
  }
  const baseline = baselineOf(options);
  const named = given.length > 0 ? given : ['.'];
  const fromInput = named.includes('-');
  if (!fromInput && options.stdinFilename !== undefined) {
    throw new CommandError('--stdin-filename expects - among the paths');
  }
  const found = findFiles(named.filter((path) => path !== '-'));
  const standardInput = fromInput
    ? { bytes: await buffer(process.stdin), name: options.stdinFilename ?? 'standard input' }
    : undefined;
  const progress = createProgressLine(terminal, quiet);
  const examined = await examineFiles({
    paths: [...(fromInput ? ['-'] : []), ...found.files],
    ...(standardInput && { standardInput }),
    fix,
    settingsOf,
    progress,
  });
  progress.clear();
  const all: Examined = { ...examined, skipped: [...found.skipped, ...examined.skipped] };
  await writeFixes(terminal, fix, all, standardInput?.bytes);
  if (options.updateBaseline === true) {
    const count = await writeBaseline(
      options.baseline!,
      buildReport(all, fix, () => false),
    );
    terminal.stderr.write(`${options.baseline!}: ${countText(count, 'finding')}\n`);
    return;
  }
  const whole = buildReport(all, fix, (fingerprint) => baseline.has(fingerprint));
  const report = quiet ? onlyFailing(whole, failOn) : whole;
  const stream = fix === 'diff' || (fix === 'write' && fromInput) ? 'stderr' : 'stdout';
  await writeCheckReports(terminal, formats, report, { quiet, stream, failOn });
  end(terminal, whole, named, { failOn, maxWarnings });
}

function baselineOf({ baseline, updateBaseline }: CheckOptions): ReadonlySet<string> {
  if (updateBaseline === true) {
    if (baseline !== undefined) return new Set();
    throw new CommandError('--update-baseline expects --baseline with the file to write');
  }
  return baseline === undefined ? new Set() : readBaseline(baseline);
}

function fixModeOf({ fix, dryRun, diff }: CheckOptions): FixMode {
  if (diff === true) return 'diff';
  if (dryRun === true && fix !== true) throw new CommandError('--dry-run expects --fix beside it');
  return fix !== true ? 'none' : dryRun === true ? 'dry-run' : 'write';
}

function readMaxWarnings(text: string | undefined): number {
  if (text === undefined) return Infinity;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new CommandError(`--max-warnings expects a whole number of at least 0, found ${text}`);
}

function onlyFailing(report: CheckReport, failOn: Severity): CheckReport {
  const fails = ({ severity }: { readonly severity: Severity }): boolean =>
    reaches(severity, failOn);
  const files = report.files.map((file) => ({
    ...file,
    problems: file.problems.filter(fails),
    formulas: file.formulas.map((formula) => ({
      ...formula,
      diagnostics: formula.diagnostics.filter(fails),
    })),
  }));
  return { ...report, files };
}

/** Ends the command with its exit code; a path that was named and could not be read is wrong usage, whatever was found. */
function end(
  terminal: Terminal,
  { summary, skipped }: CheckReport,
  named: readonly string[],
  { failOn, maxWarnings }: { readonly failOn: Severity; readonly maxWarnings: number },
): void {
  const { errors, warnings, infos } = summary;
  const unread = skipped.filter(({ path }) => named.includes(path));
  for (const { path, reason } of unread) printError(terminal, `${path} cannot be read: ${reason}`);
  if (unread.length > 0) throw new CommandError();
  const failing = { error: errors, warning: errors + warnings, info: errors + warnings + infos };
  if (warnings > maxWarnings) {
    printError(terminal, `${warnings} warnings, expected at most ${maxWarnings} (--max-warnings)`);
    throw new CommandError('', exitCodes.failed);
  }
  if (failing[failOn] > 0) throw new CommandError('', exitCodes.failed);
}
