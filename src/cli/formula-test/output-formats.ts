import { plainPalette } from '../../base/diagnostics/render.js';
import type { TestReport } from '../../formula-test/test-report.js';
import { junit } from '../../report/formula-test/junit.js';
import { prettyTestReport } from '../../report/formula-test/pretty.js';
import { tap } from '../../report/formula-test/tap.js';
import { testJson } from '../../report/formula-test/test-json.js';
import { writeWhole } from '../io/write-file.js';
import { readFormats, type OutputFormat } from '../options/read-formats.js';
import type { Terminal } from '../terminal.js';

const formatNames = ['pretty', 'json', 'junit', 'tap'] as const;
type FormatName = (typeof formatNames)[number];

export type TestFormat = OutputFormat<FormatName>;

/** Reads `--format`; standard output shows the pretty report unless another format goes there. */
export function readTestFormats(options: readonly string[]): readonly TestFormat[] {
  return readFormats(options, {
    names: formatNames,
    printed: 'pretty',
    example: 'junit=report.xml',
  });
}

function rendered(
  { name, file }: TestFormat,
  report: TestReport,
  terminal: Terminal,
  verbose: boolean,
): string {
  switch (name) {
    case 'pretty': {
      const palette = file === undefined ? terminal.palette : plainPalette;
      return prettyTestReport(report, { palette, verbose });
    }
    case 'json':
      return testJson(report);
    case 'junit':
      return junit(report);
    case 'tap':
      return tap(report);
  }
}

export async function writeReports(
  terminal: Terminal,
  formats: readonly TestFormat[],
  report: TestReport,
  verbose: boolean,
): Promise<void> {
  for (const format of formats) {
    const text = rendered(format, report, terminal, verbose);
    if (format.file === undefined) terminal.stdout.write(text);
    else await writeWhole(format.file, text);
  }
}
