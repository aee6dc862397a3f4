import { nearestName } from '../../base/text/nearest-name.js';
import type { TestReport } from '../../formula-test/test-report.js';
import { junit } from '../../report/formula-test/junit.js';
import { prettyTestReport } from '../../report/formula-test/pretty.js';
import { tap } from '../../report/formula-test/tap.js';
import { testJson } from '../../report/formula-test/test-json.js';
import { CommandError } from '../command-error.js';
import { writeWhole } from '../io/write-file.js';
import { plainPalette } from '../../base/diagnostics/render.js';
import type { Terminal } from '../terminal.js';

const formatNames = ['pretty', 'json', 'junit', 'tap'] as const;
type FormatName = (typeof formatNames)[number];

/** One `--format name` or `--format name=file`. */
export interface OutputFormat {
  readonly name: FormatName;
  /** Absent: standard output. */
  readonly file?: string;
}

function isFormat(name: string): name is FormatName {
  return (formatNames as readonly string[]).includes(name);
}

/** Reads `--format`; standard output shows the pretty report unless another format goes there. */
export function readFormats(options: readonly string[]): readonly OutputFormat[] {
  const formats = options.map((option): OutputFormat => {
    const equals = option.indexOf('=');
    const name = equals < 0 ? option : option.slice(0, equals);
    if (!isFormat(name)) {
      const near = nearestName(name, formatNames);
      const hint = near === undefined ? '' : `; did you mean ${near}?`;
      throw new CommandError(`--format expects ${formatNames.join(', ')}, found ${name}${hint}`);
    }
    if (equals < 0) return { name };
    const file = option.slice(equals + 1);
    if (file === '') throw new CommandError(`--format ${name}= expects a file after the =`);
    return { name, file };
  });
  const printed = formats.filter(({ file }) => file === undefined);
  if (printed.length > 1) {
    throw new CommandError(
      `only one --format can go to standard output, found ${printed.map(({ name }) => name).join(' and ')}; write the others to a file as in junit=report.xml`,
    );
  }
  return printed.length === 0 ? [{ name: 'pretty' }, ...formats] : formats;
}

function rendered(
  { name, file }: OutputFormat,
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
  formats: readonly OutputFormat[],
  report: TestReport,
  verbose: boolean,
): Promise<void> {
  for (const format of formats) {
    const text = rendered(format, report, terminal, verbose);
    if (format.file === undefined) terminal.stdout.write(text);
    else await writeWhole(format.file, text);
  }
}
