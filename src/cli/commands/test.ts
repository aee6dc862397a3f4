import { Command } from 'commander';

import { coveredPercent, lcov, type TestReport } from '../../formula-test/index.js';
import { CommandError } from '../command-error.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { readTestFormats, writeReports, type TestFormat } from '../formula-test/output-formats.js';
import {
  nameFilter,
  runTests,
  type RunTestsOptions,
  type RunTestsResult,
} from '../formula-test/run-tests.js';
import { watchFiles } from '../formula-test/watch-files.js';
import { writeWhole } from '../io/write-file.js';
import { printDiagnostics, printError, processTerminal, type Terminal } from '../terminal.js';
import { collect } from '../options/collect.js';
import { overridesFromOptions, type ProfileOptions } from './profile-options.js';

interface TestOptions extends ProfileOptions {
  readonly run?: string;
  readonly watch?: boolean;
  readonly coverage?: boolean;
  readonly coverageFormat?: string;
  readonly coverageOutput?: string;
  readonly minCoverage?: string;
  readonly format?: readonly string[];
  readonly verbose?: boolean;
  readonly failOnEmpty: boolean;
  readonly seed?: string;
  readonly runs?: string;
}

const examples = `examples:
  poolscale test
  poolscale test pools/render.autoscale-test.yaml --run 'weekend|night'
  poolscale test --watch
  poolscale test --coverage --min-coverage 90
  poolscale test --format junit=report.xml --coverage-format lcov --coverage-output lcov.info
`;

/** `poolscale test`: unit tests of formulas. */
export function testCommand(): Command {
  return new Command('test')
    .description('run unit tests of formulas')
    .argument('[files...]', 'files or folders (default: *.autoscale-test.yaml below this folder)')
    .addHelpText('before', examples)
    .option('--run <regexp>', 'only the cases whose name matches')
    .option('--watch', 'run again whenever a test or its formula changes')
    .option('--coverage', 'show which expressions and outcomes of conditions no test reached')
    .option('--coverage-format <format>', 'write coverage to a file: lcov')
    .option('--coverage-output <file>', 'the file of --coverage-format')
    .option('--min-coverage <percent>', 'exit code 1 below this coverage')
    .option(
      '--format <format[=file]>',
      'pretty, json, junit or tap; to a file with =file (repeatable)',
      collect,
    )
    .option('--verbose', 'name the cases that passed as well')
    .option('--fail-on-empty', 'exit code 1 when no case ran (default)', true)
    .option('--no-fail-on-empty', 'exit code 0 when no case ran')
    .option('--seed <text>', "seed of the histories of forAll, in place of the file's")
    .option('--runs <number>', "histories of each forAll, in place of the file's")
    .option('--profile <file>', 'switches for behaviour that no public record settles')
    .option('--set <name=value>', 'one switch, above those of the file (repeatable)', collect)
    .action(async (paths: readonly string[], options: TestOptions) => {
      const terminal = processTerminal();
      const settings = settingsOf(terminal, paths, options);
      const first = await runOnce(terminal, settings);
      if (options.watch !== true) {
        if (first.exitCode !== exitCodes.ok) throw new CommandError('', first.exitCode);
        return;
      }
      await watchFiles(first.files, async () => {
        terminal.stdout.write('\n');
        return (await runOnce(terminal, settings)).files;
      });
    });
}

interface Settings extends RunTestsOptions {
  readonly formats: readonly TestFormat[];
  readonly coverageFile: string | undefined;
  /** Percent. */
  readonly minCoverage: number | undefined;
  readonly verbose: boolean;
  readonly failOnEmpty: boolean;
}

function numberOption(
  name: string,
  text: string | undefined,
  fits: (value: number) => boolean,
  expected: string,
): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (fits(value)) return value;
  throw new CommandError(`${name} expects ${expected}, found ${text}`);
}

function coverageFileOf({
  coverageFormat: format,
  coverageOutput: output,
}: TestOptions): string | undefined {
  if (format !== undefined && format !== 'lcov') {
    throw new CommandError(`--coverage-format expects lcov, found ${format}`);
  }
  if (format !== undefined && output === undefined) {
    throw new CommandError('--coverage-format expects --coverage-output beside it');
  }
  if (output !== undefined && format === undefined) {
    throw new CommandError('--coverage-output expects --coverage-format beside it');
  }
  return output;
}

function settingsOf(terminal: Terminal, paths: readonly string[], options: TestOptions): Settings {
  const { value: profile, diagnostics } = overridesFromOptions(options);
  printDiagnostics(terminal, diagnostics);
  if (profile === undefined) throw new CommandError();
  const { minCoverage, runs } = options;
  const coverageFile = coverageFileOf(options);
  const least = numberOption(
    '--min-coverage',
    minCoverage,
    (value) => value <= 100,
    'a percentage from 0 to 100',
  );
  return {
    paths,
    profile,
    selects: nameFilter(options.run),
    seed: options.seed,
    runs: numberOption(
      '--runs',
      runs,
      (value) => Number.isInteger(value) && value >= 1 && value <= 1_000_000,
      'a whole number from 1 to 1000000',
    ),
    coverage: options.coverage === true || coverageFile !== undefined || least !== undefined,
    formats: readTestFormats(options.format ?? []),
    coverageFile,
    minCoverage: least,
    verbose: options.verbose === true,
    failOnEmpty: options.failOnEmpty,
  };
}

/** Runs all tests once and reports them. */
async function runOnce(
  terminal: Terminal,
  settings: Settings,
): Promise<{ readonly exitCode: ExitCode; readonly files: ReadonlySet<string> }> {
  const result = await runTests(settings);
  const { report, files } = result;
  for (const { diagnostics } of report.broken) printDiagnostics(terminal, diagnostics);
  await writeReports(terminal, settings.formats, report, settings.verbose);
  if (settings.coverageFile !== undefined) {
    await writeWhole(settings.coverageFile, lcov(report.coverage!));
  }
  return { exitCode: verdict(terminal, settings, result), files };
}

function verdict(
  terminal: Terminal,
  { failOnEmpty, minCoverage }: Settings,
  { report }: RunTestsResult,
): ExitCode {
  const { counts, broken, coverage } = report;
  if (broken.length > 0) return exitCodes.usage;
  if (counts.failed > 0) return exitCodes.failed;
  if (failOnEmpty && counts.passed === 0) {
    printError(terminal, `${emptyText(report)} (--no-fail-on-empty accepts that)`);
    return exitCodes.failed;
  }
  const percent = coverage === undefined ? 100 : coveredPercent(coverage);
  if (minCoverage !== undefined && percent < minCoverage) {
    printError(terminal, `coverage is ${percent.toFixed(1)} %, expected at least ${minCoverage} %`);
    return exitCodes.failed;
  }
  return exitCodes.ok;
}

/** Why no case passed where none failed. */
function emptyText({ counts, suites }: TestReport): string {
  if (counts.skipped > 0) return 'every case was skipped';
  return suites.length > 0
    ? '--run matches the name of no case'
    : 'there is no test; expected files *.autoscale-test.yaml';
}
