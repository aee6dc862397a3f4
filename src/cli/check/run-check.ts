import { buffer } from 'node:stream/consumers';

import type { Severity } from '../../base/diagnostics/diagnostic.js';
import type { CheckReport } from '../../report/check/check-report.js';
import { reaches } from '../../report/check/severity-rank.js';
import { countText } from '../../report/check/count-text.js';
import { readBaseline, writeBaseline } from './baseline.js';
import { buildReport } from './build-report.js';
import { readCheckFormats, writeCheckReports } from './check-formats.js';
import { examineFiles, type Examined, type FixMode } from './examine-files.js';
import { createFileSettings, settingsText } from './file-settings.js';
import { writeFixes } from './write-fixes.js';
import { CommandError } from '../command-error.js';
import { exitCodes } from '../exit-codes.js';
import type { FoundFiles } from '../find/find-files.js';
import { createProgressLine } from '../progress-line.js';
import { printError, processTerminal, type Terminal } from '../terminal.js';
import type { ProfileOptions } from '../commands/profile-options.js';

export interface CheckOptions extends ProfileOptions {
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

/** Checks files that were found below the paths that the user named. */
export async function runCheck(
  named: readonly string[],
  found: FoundFiles,
  options: CheckOptions,
): Promise<void> {
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
  const fromInput = named.includes('-');
  if (!fromInput && options.stdinFilename !== undefined) {
    throw new CommandError('--stdin-filename expects - among the paths');
  }
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
