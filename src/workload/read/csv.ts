import type { DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import { nearestName } from '../../base/text/nearest-name.js';
import { parseIsoInstant, parseZoneOffset } from '../../base/time/iso8601.js';
import { secondsToQuanta } from '../../base/time/quanta.js';
import { ticksPerQuantum, type Timestamp } from '../../base/time/ticks.js';
import {
  addRow,
  createTableBuilder,
  finishTable,
  jobIndexOf,
  type TableBuilder,
} from '../table-builder.js';
import type { TaskTable } from '../task-table.js';
import { splitCsvRecord, type CsvField } from './csv-record.js';
import { parseDurationText } from './duration-text.js';
import { forEachLine, lineLimit } from './line-blocks.js';
import {
  createTraceReport,
  fieldPlace,
  isFull,
  refused,
  shortened,
  tableResult,
  traceDiagnostic,
  unreadable,
  type TraceReport,
} from './trace-report.js';
import { csvColumns, type CsvColumn, type TraceOptions } from './trace-options.js';

const required: readonly CsvColumn[] = ['submit', 'duration'];

/** Lines of one record, after which a quote counts as never closed. */
const recordLineLimit = 1000;

const expected: Readonly<Record<CsvColumn, string>> = {
  submit: 'seconds or a time such as 2026-03-02T08:00:00Z, one of the two in all rows',
  duration: 'seconds or a duration such as PT5M18S or 5m 18s',
  slots: 'a whole number from 1 to 65535',
  job: 'a name',
  exit: 'an exit code',
  id: 'a name',
};

interface CsvState {
  readonly builder: TableBuilder;
  readonly report: TraceReport;
  readonly options: TraceOptions;
  readonly offsetMinutes: number;
  /** Position of each column in a record. */
  readonly columns: Map<CsvColumn, number>;
  fieldCount: number;
  readonly ids: string[];
  origin: Timestamp | undefined;
  /** What the first row wrote as submit. */
  submitKind: 'seconds' | 'instant' | undefined;
}

/** Finds our columns in the header, by the names of the options or our own, whatever their case. */
function readHeader(state: CsvState, line: string, fields: readonly CsvField[]): void {
  const { report, options, columns } = state;
  state.fieldCount = fields.length;
  const names = fields.map(({ text }) => text.trim());
  const indexOf = (wanted: string): number =>
    names.findIndex((name) => name.toLowerCase() === wanted.toLowerCase());
  for (const column of csvColumns) {
    const wanted = options.columns?.[column] ?? column;
    const index = indexOf(wanted);
    if (index >= 0) {
      columns.set(column, index);
      continue;
    }
    if (!required.includes(column) && options.columns?.[column] === undefined) continue;
    const near = nearestName(wanted, names);
    const { span, source } = fieldPlace(report, 1, line, 1, line.length);
    const help =
      near === undefined
        ? `the columns are ${shortened(names.join(', '))}`
        : `did you mean the column ${near}?`;
    report.diagnostics.push(
      traceDiagnostic('missing-column', span, { column: wanted, format: 'csv' }, { source, help }),
    );
  }
  if (report.diagnostics.length > 0) return;
  const used = new Set(columns.values());
  fields.forEach(({ text, column }, index) => {
    if (used.has(index)) return;
    const { span, source } = fieldPlace(report, 1, line, column, text.length);
    const near = nearestName(
      text.trim(),
      csvColumns.filter((name) => !columns.has(name)),
    );
    report.diagnostics.push(
      traceDiagnostic(
        'unread-column',
        span,
        { column: shortened(text.trim()) },
        near === undefined ? { source } : { source, help: `did you mean ${near}?` },
      ),
    );
  });
}

function submitOf(state: CsvState, text: string): number | undefined {
  if (/^\d{1,11}(?:\.\d{1,12})?$/.test(text)) {
    state.submitKind ??= 'seconds';
    return state.submitKind === 'seconds' ? secondsToQuanta(Number(text)) : undefined;
  }
  const instant = parseIsoInstant(text, state.offsetMinutes);
  if (instant === undefined) return undefined;
  state.submitKind ??= 'instant';
  if (state.submitKind === 'seconds') return undefined;
  state.origin ??= instant;
  return Math.round((instant - state.origin) / ticksPerQuantum);
}

function wholeNumber(text: string, low: number, high: number): number | undefined {
  if (!/^-?\d{1,10}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= low && value <= high ? value : undefined;
}

function readRow(state: CsvState, record: string, line: number, fields: readonly CsvField[]): void {
  const { builder, report, columns } = state;
  if (fields.length !== state.fieldCount) {
    const { span, source } = fieldPlace(report, line, record, 1, record.length);
    const wanted = `${state.fieldCount} as in the header`;
    report.diagnostics.push(
      traceDiagnostic('field-count', span, { found: fields.length, wanted }, { source }),
    );
    return;
  }
  const fieldOf = (column: CsvColumn): CsvField | undefined => {
    const index = columns.get(column);
    return index === undefined ? undefined : fields[index];
  };
  const refuse = (column: CsvColumn): void => {
    const field = fieldOf(column)!;
    const text = field.text.trim();
    const { span, source } = fieldPlace(report, line, record, field.column, field.text.length);
    const parameters = {
      column: state.options.columns?.[column] ?? column,
      text: shortened(text),
      expected: expected[column],
    };
    report.diagnostics.push(traceDiagnostic('bad-field', span, parameters, { source }));
  };
  const textOf = (column: CsvColumn): string => fieldOf(column)?.text.trim() ?? '';

  const submit = submitOf(state, textOf('submit'));
  if (submit === undefined) {
    refuse('submit');
    return;
  }
  const duration = parseDurationText(textOf('duration'));
  if (duration === undefined) {
    refuse('duration');
    return;
  }
  const slots = textOf('slots') === '' ? 1 : wholeNumber(textOf('slots'), 1, 65_535);
  if (slots === undefined) {
    refuse('slots');
    return;
  }
  const exit =
    textOf('exit') === '' ? 0 : wholeNumber(textOf('exit'), -2_147_483_648, 2_147_483_647);
  if (exit === undefined) {
    refuse('exit');
    return;
  }
  const job = textOf('job') === '' ? 'csv' : textOf('job');
  state.ids.push(textOf('id') === '' ? String(builder.length + 1) : textOf('id'));
  addRow(builder, submit, secondsToQuanta(duration), slots, exit, jobIndexOf(builder, job), 1);
}

/**
 * Reads comma-separated values with a header: `submit,duration` and, where wanted, `slots`, `job`, `exit`, `id`. Submissions
 * are either all seconds since the start of the run, or all instants; then the first one is the origin.
 */
export async function readCsv(
  bytes: AsyncIterable<Uint8Array>,
  options: TraceOptions,
): Promise<DiagnosticResult<TaskTable>> {
  const zone = options.timeZone ?? 'UTC';
  const offsetMinutes = parseZoneOffset(zone);
  if (offsetMinutes === undefined) return refused(options.name, 'bad-time-zone', { zone });
  const state: CsvState = {
    builder: createTableBuilder(),
    report: createTraceReport(options.name),
    options,
    offsetMinutes,
    columns: new Map(),
    fieldCount: 0,
    ids: [],
    origin: undefined,
    submitKind: undefined,
  };
  const { report } = state;
  // Lines of a record whose quote is still open.
  let open = '';
  let openLine = 0;
  const problem = await forEachLine(bytes, (text, line) => {
    const record = open === '' ? text : `${open}\n${text}`;
    const start = open === '' ? line : openLine;
    if (record.trim() === '') return true;
    const fields = splitCsvRecord(record);
    if (fields === undefined) {
      open = record;
      openLine = start;
      return record.length <= lineLimit && line - start < recordLineLimit;
    }
    open = '';
    if (state.fieldCount > 0) readRow(state, record, start, fields);
    else readHeader(state, record, fields);
    return required.every((column) => state.columns.has(column)) && !isFull(report);
  });
  if (problem !== undefined) return unreadable(options.name, problem);
  if (open !== '') {
    const { span, source } = fieldPlace(
      report,
      openLine,
      open.split('\n')[0]!,
      open.indexOf('"') + 1,
    );
    report.diagnostics.push(traceDiagnostic('open-quote', span, undefined, { source }));
  }
  return tableResult(report, state.builder, () => {
    const { ids, origin } = state;
    return finishTable(state.builder, (row) => ids[row]!, origin);
  });
}
