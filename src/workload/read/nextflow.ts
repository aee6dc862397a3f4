import type { DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import { nearestName } from '../../base/text/nearest-name.js';
import { parseIsoInstant, parseZoneOffset } from '../../base/time/iso8601.js';
import { secondsToQuanta } from '../../base/time/quanta.js';
import {
  ticksPerQuantum,
  timestampFromUnixMilliseconds,
  type Timestamp,
} from '../../base/time/ticks.js';
import {
  addRow,
  createTableBuilder,
  finishTable,
  jobIndexOf,
  skipRow,
  type TableBuilder,
} from '../table-builder.js';
import type { TaskTable } from '../task-table.js';
import { parseUnitDuration } from './duration-text.js';
import { forEachLine } from './line-blocks.js';
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
import type { TraceOptions } from './trace-options.js';

interface NextflowState {
  readonly builder: TableBuilder;
  readonly report: TraceReport;
  readonly slotsFromCpus: boolean;
  readonly offsetMinutes: number;
  readonly columns: Map<string, number>;
  readonly ids: string[];
  origin: Timestamp | undefined;
}

/** Nextflow writes `-` for a value that does not exist. */
function isAbsent(text: string | undefined): boolean {
  return text === undefined || text === '' || text === '-';
}

function addFieldError(
  state: NextflowState,
  lineText: string,
  line: number,
  column: string,
  expected: string,
): void {
  const fields = lineText.split('\t');
  const index = state.columns.get(column)!;
  const text = fields[index] ?? '';
  const before = fields.slice(0, index).join('\t').length + (index === 0 ? 0 : 1);
  const { span, source } = fieldPlace(state.report, line, lineText, before + 1, text.length);
  state.report.diagnostics.push(
    traceDiagnostic('bad-field', span, { column, text: shortened(text), expected }, { source }),
  );
}

/** Reads the header; the columns of a trace are chosen in the Nextflow configuration (`trace.fields`). */
function readHeader(state: NextflowState, text: string): void {
  text.split('\t').forEach((name, index) => state.columns.set(name.trim(), index));
  const needed = state.slotsFromCpus ? ['submit', 'realtime', 'cpus'] : ['submit', 'realtime'];
  for (const column of needed) {
    if (state.columns.has(column)) continue;
    const near = nearestName(column, state.columns.keys());
    const { span, source } = fieldPlace(state.report, 1, text, 1, text.length);
    state.report.diagnostics.push(
      traceDiagnostic(
        'missing-column',
        span,
        { column, format: 'nextflow' },
        {
          source,
          help:
            near === undefined
              ? `add ${column} to trace.fields in the Nextflow configuration`
              : `did you mean the column ${near}?`,
        },
      ),
    );
  }
}

/** With `trace.raw = true` times are milliseconds since 1970 and durations are milliseconds, both without a unit. */
function parseSubmit(text: string, offsetMinutes: number): Timestamp | undefined {
  if (/^\d{9,14}$/.test(text)) return timestampFromUnixMilliseconds(Number(text));
  return parseIsoInstant(text, offsetMinutes);
}

function parseRunTime(text: string): number | undefined {
  return /^\d{1,14}$/.test(text) ? Number(text) / 1000 : parseUnitDuration(text);
}

function exitCodeOf(exit: string | undefined, status: string | undefined): number | undefined {
  if (isAbsent(exit)) return status === 'FAILED' ? 1 : 0;
  return /^-?\d{1,9}$/.test(exit!) ? Number(exit) : undefined;
}

function readRow(state: NextflowState, text: string, line: number): void {
  const { builder, columns } = state;
  const fields = text.split('\t');
  const field = (name: string): string | undefined => {
    const index = columns.get(name);
    return index === undefined ? undefined : fields[index]?.trim();
  };
  if (field('status') === 'CACHED') {
    skipRow(builder, 'cached, so not run');
    return;
  }
  const realtime = field('realtime');
  if (isAbsent(realtime)) {
    skipRow(builder, 'no run time');
    return;
  }
  const submit = field('submit');
  if (isAbsent(submit)) {
    skipRow(builder, 'no submit time');
    return;
  }
  const submitted = parseSubmit(submit!, state.offsetMinutes);
  if (submitted === undefined) {
    addFieldError(state, text, line, 'submit', 'a time such as 2022-05-14 19:45:25.163');
    return;
  }
  const runTime = parseRunTime(realtime!);
  if (runTime === undefined) {
    addFieldError(state, text, line, 'realtime', 'a duration such as 5m 18s');
    return;
  }
  const exitCode = exitCodeOf(field('exit'), field('status'));
  if (exitCode === undefined) {
    addFieldError(state, text, line, 'exit', 'an exit code');
    return;
  }
  const slots = state.slotsFromCpus ? Number(field('cpus')) : 1;
  if (!Number.isInteger(slots) || slots < 1 || slots > 65_535) {
    addFieldError(state, text, line, 'cpus', 'a whole number from 1 to 65535');
    return;
  }
  state.origin ??= submitted;
  const sinceOrigin = Math.round((submitted - state.origin) / ticksPerQuantum);
  state.ids.push(field('task_id') ?? String(line - 1));
  addRow(builder, sinceOrigin, secondsToQuanta(runTime), slots, exitCode, 0, 1);
}

/**
 * Reads the trace that Nextflow writes with `-with-trace`: one task a row, columns separated by tabs and named in the first
 * line. The run time is `realtime`, the submission `submit`; a failed task keeps its run time and exit code. The origin is the
 * submission of the first row.
 */
export async function readNextflow(
  bytes: AsyncIterable<Uint8Array>,
  options: TraceOptions,
): Promise<DiagnosticResult<TaskTable>> {
  const zone = options.timeZone ?? 'UTC';
  const offsetMinutes = parseZoneOffset(zone);
  if (offsetMinutes === undefined) return refused(options.name, 'bad-time-zone', { zone });
  const state: NextflowState = {
    builder: createTableBuilder(),
    report: createTraceReport(options.name),
    slotsFromCpus: options.processors === 'slots',
    offsetMinutes,
    columns: new Map(),
    ids: [],
    origin: undefined,
  };
  jobIndexOf(state.builder, 'nextflow');
  const problem = await forEachLine(bytes, (text, line) => {
    if (line === 1) {
      readHeader(state, text);
      return state.report.diagnostics.length === 0;
    }
    if (text.trim() !== '') readRow(state, text, line);
    return !isFull(state.report);
  });
  if (problem !== undefined) return unreadable(options.name, problem);
  return tableResult(state.report, state.builder, () => {
    const { ids, origin } = state;
    return finishTable(state.builder, (row) => ids[row]!, origin);
  });
}
