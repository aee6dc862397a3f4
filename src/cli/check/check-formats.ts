import { appendFile } from 'node:fs/promises';
import { sep } from 'node:path';

import type { Severity } from '../../base/diagnostics/diagnostic.js';
import { plainPalette } from '../../base/diagnostics/render.js';
import { nearestName } from '../../base/text/nearest-name.js';
import { azurePipelinesCommands } from '../../report/check/azure-pipelines.js';
import { checkJson } from '../../report/check/check-json.js';
import type { CheckReport } from '../../report/check/check-report.js';
import { checkJunit } from '../../report/check/check-junit.js';
import { checkstyleReport } from '../../report/check/checkstyle.js';
import { compactReport } from '../../report/check/compact.js';
import { githubCommands, githubSummary } from '../../report/check/github.js';
import { gitlabReport } from '../../report/check/gitlab.js';
import { prettyReport } from '../../report/check/pretty.js';
import { rdjsonReport } from '../../report/check/rdjson.js';
import { sarifReport } from '../../report/check/sarif.js';
import { reaches } from '../../report/check/severity-rank.js';
import { CommandError } from '../command-error.js';
import { writeWhole } from '../io/write-file.js';
import type { Terminal } from '../terminal.js';
import { checkFormats, type FormatName } from './format-names.js';

/** One `--format name` or `--format name=file`. */
export interface CheckFormat {
  readonly name: FormatName;
  /** Absent: standard output. */
  readonly file?: string;
}

function isFormat(name: string): name is FormatName {
  return (checkFormats as readonly string[]).includes(name);
}

/** Reads `--format`; the pretty report goes to standard output unless another format does. */
export function readCheckFormats(options: readonly string[]): readonly CheckFormat[] {
  const formats = options.map((option): CheckFormat => {
    const equals = option.indexOf('=');
    const name = equals < 0 ? option : option.slice(0, equals);
    if (!isFormat(name)) {
      const near = nearestName(name, checkFormats);
      const hint = near === undefined ? '' : `; did you mean ${near}?`;
      throw new CommandError(`--format expects ${checkFormats.join(', ')}, found ${name}${hint}`);
    }
    if (equals < 0) return { name };
    const file = option.slice(equals + 1);
    if (file === '') throw new CommandError(`--format ${name}= expects a file after the =`);
    return { name, file };
  });
  const printed = formats.filter(({ file }) => file === undefined);
  if (printed.length > 1) {
    throw new CommandError(
      `only one --format can go to standard output, found ${printed.map(({ name }) => name).join(' and ')}; write the others to a file as in sarif=out.sarif`,
    );
  }
  return printed.length === 0 ? [{ name: 'pretty' }, ...formats] : formats;
}

export interface WriteOptions {
  readonly quiet: boolean;
  readonly failOn: Severity;
  /** Where the format without a file goes; standard error where standard output has something else to tell. */
  readonly stream: 'stdout' | 'stderr';
}

/** Writes the report in each format. */
export async function writeCheckReports(
  terminal: Terminal,
  formats: readonly CheckFormat[],
  report: CheckReport,
  options: WriteOptions,
): Promise<void> {
  for (const format of formats) {
    const text = rendered(format, report, terminal, options);
    if (format.file === undefined) terminal[options.stream].write(text);
    else await writeWhole(format.file, text);
  }
  const summaryFile = process.env['GITHUB_STEP_SUMMARY'] ?? '';
  if (summaryFile !== '' && formats.some(({ name }) => name === 'github')) {
    await appendFile(summaryFile, githubSummary(report));
  }
}

function rendered(
  { name, file }: CheckFormat,
  report: CheckReport,
  terminal: Terminal,
  { quiet, stream, failOn }: WriteOptions,
): string {
  switch (name) {
    case 'pretty': {
      const shown = stream === 'stdout' ? terminal.palette : terminal.errorPalette;
      return prettyReport(report, { palette: file === undefined ? shown : plainPalette, quiet });
    }
    case 'compact':
      return compactReport(report);
    case 'json':
      return checkJson(report);
    case 'sarif':
      return sarifReport(report);
    case 'github':
      // Annotations are cut off at ten, so the log has the whole report as well.
      return prettyReport(report, { palette: plainPalette, quiet }) + githubCommands(report);
    case 'azure-pipelines':
      return azurePipelinesCommands(report, process.cwd().split(sep).join('/'));
    case 'gitlab':
      return gitlabReport(report);
    case 'junit':
      return checkJunit(report, ({ severity }) => reaches(severity, failOn));
    case 'checkstyle':
      return checkstyleReport(report);
    case 'rdjson':
      return rdjsonReport(report);
  }
}
