import {
  defineDiagnostics,
  type DiagnosticFactory,
} from '../../base/diagnostics/define-diagnostics.js';
import type { Diagnostic, DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import type { SourceText } from '../../base/text/source-text.js';
import type { TableBuilder } from '../table-builder.js';
import type { TaskTable } from '../task-table.js';
import { lineLimit, type LineProblem } from './line-blocks.js';

/** Findings about a trace as a whole or about one of its rows. */
const definitions = {
  'empty-trace': { severity: 'error', message: (): string => 'the trace is empty' },
  'binary-trace': {
    severity: 'error',
    message: (): string => 'the trace is binary, not text; of compressed files only gzip is read',
  },
  'damaged-gzip': {
    severity: 'error',
    message: (): string => 'the gzip file is damaged or cut short',
  },
  'long-line': {
    severity: 'error',
    message: ({ limit }: { limit: number }): string =>
      `a line is longer than ${limit} characters, so this is no trace in a known format`,
  },
  'long-trace': {
    severity: 'error',
    message: ({ limit }: { limit: number }): string => `the trace has more than ${limit} bytes`,
  },
  'unknown-trace-format': {
    severity: 'error',
    message: ({ formats }: { formats: string }): string =>
      `the format of the trace is not recognised; expected one of ${formats}`,
  },
  'no-such-format': {
    severity: 'error',
    message: ({
      wanted,
      formats,
      near,
    }: {
      wanted: string;
      formats: string;
      near?: string | undefined;
    }): string =>
      `"${shortened(wanted)}" is no trace format; expected one of ${formats}${near === undefined ? '' : `; did you mean ${near}?`}`,
  },
  'wrong-trace-format': {
    severity: 'error',
    message: ({ wanted, found }: { wanted: string; found: string }): string =>
      `the trace is not in format ${wanted}, it looks like ${found}`,
  },
  'no-tasks': {
    severity: 'error',
    message: ({ skipped }: { skipped: string }): string =>
      `the trace has no task to run${skipped === '' ? '' : ` (skipped: ${skipped})`}`,
  },
  'bad-time-zone': {
    severity: 'error',
    message: ({ zone }: { zone: string }): string =>
      `time zone "${zone}" is not read; expected UTC or an offset such as +02:00`,
  },
  'missing-column': {
    severity: 'error',
    message: ({ column, format }: { column: string; format: string }): string =>
      `column ${column} is missing, which a trace in format ${format} needs`,
  },
  'unread-column': {
    severity: 'warning',
    message: ({ column }: { column: string }): string => `column "${column}" is not read`,
  },
  'field-count': {
    severity: 'error',
    message: ({ found, wanted }: { found: number; wanted: string }): string =>
      `the row has ${found} fields; expected ${wanted}`,
  },
  'bad-field': {
    severity: 'error',
    message: ({
      column,
      text,
      expected,
    }: {
      column: string;
      text: string;
      expected: string;
    }): string => `${column} is "${text}"; expected ${expected}`,
  },
  'open-quote': {
    severity: 'error',
    message: (): string => 'a quoted field is not closed',
  },
  'bad-json': {
    severity: 'error',
    message: (): string => 'the text is not valid JSON',
  },
  'no-task-list': {
    severity: 'error',
    message: (): string =>
      'the JSON holds no task list; expected an array of tasks as `az batch task list` prints it, or an object with an array "value"',
  },
  'more-errors': {
    severity: 'error',
    message: ({ limit }: { limit: number }): string =>
      `reading stopped after ${limit} errors; the rest of the trace was not looked at`,
  },
} as const;

export const traceDiagnostic: DiagnosticFactory<typeof definitions> =
  defineDiagnostics(definitions);

type TraceDiagnosticCode = Parameters<typeof traceDiagnostic>[0];

/** Errors in rows after which reading stops: a file in the wrong format would have one in each row. */
export const errorLimit = 20;

/** What was found so far in one trace. */
export interface TraceReport {
  readonly name: string;
  readonly diagnostics: Diagnostic[];
}

export function createTraceReport(name: string): TraceReport {
  return { name, diagnostics: [] };
}

export function isFull(report: TraceReport): boolean {
  return report.diagnostics.length >= errorLimit;
}

/** The trace as a source of messages that concern no line; `firstLine` is shown where it explains the message. */
export function wholeTrace(name: string, firstLine: string = ''): SourceText {
  return { name, text: firstLine.slice(0, shownLength) };
}

/**
 * The place of a field. A trace is not kept in memory, so the source of the message is a text that has only this one line, at
 * its number: it renders as the file itself would.
 */
export function fieldPlace(
  report: TraceReport,
  line: number,
  lineText: string,
  column: number = 1,
  length: number = 1,
): {
  readonly span: { readonly start: number; readonly end: number };
  readonly source: SourceText;
} {
  const shown = lineText.length > shownLength ? `${lineText.slice(0, shownLength)}...` : lineText;
  const start = line - 1 + Math.min(column - 1, shown.length);
  return {
    span: { start, end: start + Math.max(1, length) },
    source: { name: report.name, text: '\n'.repeat(line - 1) + shown },
  };
}

/** Characters of a line that a message shows. */
const shownLength = 2000;

/** How many characters of a hostile field a message repeats. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** One finding about the whole trace instead of a table. */
export function refused<C extends TraceDiagnosticCode>(
  name: string,
  code: C,
  parameters: Parameters<typeof traceDiagnostic<C>>[2],
  firstLine?: string,
): DiagnosticResult<TaskTable> {
  const source = wholeTrace(name, firstLine);
  return { diagnostics: [traceDiagnostic(code, { start: 0, end: 0 }, parameters, { source })] };
}

/** The answer for bytes that are no text. */
export function unreadable(name: string, problem: LineProblem): DiagnosticResult<TaskTable> {
  return problem === 'binary'
    ? refused(name, 'binary-trace', undefined)
    : refused(name, 'long-line', { limit: lineLimit });
}

/** `3 x cancelled, 2 x no run time`. */
export function skippedText(skipped: ReadonlyMap<string, number>): string {
  return [...skipped].map(([reason, count]) => `${count} x ${reason}`).join(', ');
}

/** The answer of a reader: the table, unless a row was wrong or nothing is left. */
export function tableResult(
  report: TraceReport,
  builder: TableBuilder,
  finish: () => TaskTable,
): DiagnosticResult<TaskTable> {
  const { diagnostics, name } = report;
  const source = wholeTrace(name);
  const whole = { start: 0, end: 0 };
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    if (!isFull(report)) return { diagnostics };
    const more = traceDiagnostic('more-errors', whole, { limit: errorLimit }, { source });
    return { diagnostics: [...diagnostics, more] };
  }
  if (builder.length === 0) {
    const skipped = skippedText(builder.skipped);
    return { diagnostics: [traceDiagnostic('no-tasks', whole, { skipped }, { source })] };
  }
  return { value: finish(), diagnostics };
}
