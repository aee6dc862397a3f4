import { appendFile } from 'node:fs/promises';
import { sep } from 'node:path';

import type { Severity } from '../../base/diagnostics/diagnostic.js';
import { plainPalette } from '../../base/diagnostics/render.js';
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
import { writeWhole } from '../io/write-file.js';
import { readFormats, type OutputFormat } from '../options/read-formats.js';
import type { Terminal } from '../terminal.js';
import { checkFormats, type FormatName } from './format-names.js';

export type CheckFormat = OutputFormat<FormatName>;

/** Reads `--format`; the pretty report goes to standard output unless another format does. */
export function readCheckFormats(options: readonly string[]): readonly CheckFormat[] {
  return readFormats(options, {
    names: checkFormats,
    printed: 'pretty',
    example: 'sarif=out.sarif',
  });
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
