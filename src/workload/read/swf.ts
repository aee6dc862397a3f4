import type { DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import { secondsToQuanta } from '../../base/time/quanta.js';
import { timestampFromUnixMilliseconds, type Timestamp } from '../../base/time/ticks.js';
import {
  addRow,
  createTableBuilder,
  finishTable,
  jobIndexOf,
  skipRow,
  type TableBuilder,
} from '../table-builder.js';
import type { TaskTable } from '../task-table.js';
import { forEachLineBlock } from './line-blocks.js';
import {
  createTraceReport,
  fieldPlace,
  isFull,
  shortened,
  tableResult,
  traceDiagnostic,
  unreadable,
  type TraceReport,
} from './trace-report.js';
import type { ProcessorRule, TraceOptions } from './trace-options.js';

/**
 * Standard Workload Format 2.2 of the Parallel Workloads Archive: one job a line, 18 numbers separated by blanks, `;` starts a
 * header line, -1 stands for an unknown value. The first eleven are read.
 */
const fieldNames = [
  'job number',
  'submit time',
  'wait time',
  'run time',
  'allocated processors',
  'average CPU time',
  'used memory',
  'requested processors',
  'requested time',
  'requested memory',
  'status',
];
const fieldCount = fieldNames.length;
const jobNumber = 0;
const submitTime = 1;
const runTime = 3;
const allocatedProcessors = 4;
const requestedProcessors = 7;
const status = 10;

/** Values of the status field. 2 to 4 are parts of a job whose own line holds the whole. */
const failed = 0;
const cancelled = 5;
const partial = new Set([2, 3, 4]);

/** Far beyond any log (3,000 years), and small enough that quanta stay exact. */
const secondsLimit = 1e11;
const slotLimit = 65_535;
const processorLimit = 4_294_967_295;

interface SwfState {
  readonly builder: TableBuilder;
  readonly report: TraceReport;
  readonly processors: ProcessorRule;
  readonly fields: Float64Array;
  jobNumbers: Float64Array;
  origin: Timestamp | undefined;
  line: number;
}

const newline = 10;
const powersOfTen = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const decoder = new TextDecoder();

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end));
}

/**
 * The number in bytes [start, end). Digits are collected as a whole number and divided once by a power of ten, which is
 * correctly rounded while both are exact; longer numbers and exponents go the slow way. NaN for anything else.
 */
function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === 45;
  if (negative || bytes[at] === 43) at++;
  let mantissa = 0;
  let digits = 0;
  let decimals = 0;
  let seenPoint = false;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= 48 && byte <= 57) {
      mantissa = mantissa * 10 + (byte - 48);
      digits++;
      if (seenPoint) decimals++;
    } else if (byte === 46 && !seenPoint) {
      seenPoint = true;
    } else {
      break;
    }
  }
  if (at < end || digits > 15) {
    const text = textOf(bytes, start, end);
    return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN;
  }
  if (digits === 0) return NaN;
  const value = decimals === 0 ? mantissa : mantissa / powersOfTen[decimals]!;
  return negative ? -value : value;
}

function readHeader(state: SwfState, text: string): void {
  const match = /^;\s*UnixStartTime:\s*(\d{1,11})/.exec(text);
  // 0 stands for unknown in logs that have no start time.
  if (match === null || Number(match[1]) === 0) return;
  state.origin = timestampFromUnixMilliseconds(Number(match[1]) * 1000);
}

function fieldError(
  state: SwfState,
  bytes: Uint8Array,
  lineStart: number,
  lineEnd: number,
  field: number,
  expected: string,
): void {
  const lineText = textOf(bytes, lineStart, lineEnd);
  const matches = [...lineText.matchAll(/\S+/g)];
  const match = matches[field];
  const text = match?.[0] ?? '';
  const place = fieldPlace(
    state.report,
    state.line,
    lineText,
    (match?.index ?? 0) + 1,
    text.length,
  );
  state.report.diagnostics.push(
    traceDiagnostic(
      'bad-field',
      place.span,
      { column: fieldNames[field]!, text: shortened(text), expected },
      { source: place.source },
    ),
  );
}

function rememberJobNumber(state: SwfState, row: number, number: number): void {
  if (row === state.jobNumbers.length) {
    const larger = new Float64Array(row * 2);
    larger.set(state.jobNumbers);
    state.jobNumbers = larger;
  }
  state.jobNumbers[row] = number;
}

/** Adds the job whose fields were just read, or says why not; answers the number of a field with an impossible value, or -1. */
function addJob(state: SwfState): number {
  const { builder, fields } = state;
  if (partial.has(fields[status]!)) {
    skipRow(builder, 'part of a job whose own line holds the whole');
    return -1;
  }
  if (fields[status] === cancelled) {
    skipRow(builder, 'status cancelled');
    return -1;
  }
  if (!(fields[runTime]! > 0)) {
    skipRow(builder, 'no run time');
    return -1;
  }
  if (fields[submitTime]! < 0) {
    skipRow(builder, 'no submit time');
    return -1;
  }
  if (fields[submitTime]! > secondsLimit) return submitTime;
  if (fields[runTime]! > secondsLimit) return runTime;
  const allocated = fields[allocatedProcessors]! > 0;
  const processorField = allocated ? allocatedProcessors : requestedProcessors;
  // Logs without either number are of serial jobs.
  const processors = fields[processorField]! > 0 ? fields[processorField]! : 1;
  const limit = state.processors === 'slots' ? slotLimit : processorLimit;
  if (processors > limit || !Number.isInteger(processors)) return processorField;
  rememberJobNumber(state, builder.length, fields[jobNumber]!);
  addRow(
    builder,
    secondsToQuanta(fields[submitTime]!),
    secondsToQuanta(fields[runTime]!),
    state.processors === 'slots' ? processors : 1,
    fields[status] === failed ? 1 : 0,
    0,
    state.processors === 'tasks' ? processors : 1,
  );
  return -1;
}

function expectedOf(field: number): string {
  if (field === submitTime || field === runTime) return `seconds up to ${secondsLimit}`;
  return `a whole number of processors up to ${processorLimit} (with processors: slots, ${slotLimit})`;
}

/** The end of the line that begins at `start`, without its line break. */
function lineEnd(block: Uint8Array, start: number): number {
  const found = block.indexOf(newline, start);
  return found < 0 ? block.length : found;
}

/**
 * Reads the line of a block that begins at `start`, in one pass over its bytes; answers the start of the next one. What is no plain whole number
 * is read again by `parseNumber`.
 */
function readLine(state: SwfState, block: Uint8Array, start: number): number {
  const { fields } = state;
  const { length } = block;
  let count = 0;
  let at = start;
  for (;;) {
    // Blank, tab and carriage return are all at most 32.
    while (at < length && block[at]! <= 32 && block[at] !== newline) at++;
    if (at === length || block[at] === newline || count === fieldCount) break;
    if (count === 0 && block[at] === 59) {
      const end = lineEnd(block, at);
      readHeader(state, textOf(block, at, end));
      return end + 1;
    }
    const fieldStart = at;
    const negative = block[at] === 45;
    if (negative) at++;
    const firstDigit = at;
    let whole = 0;
    for (; at < length; at++) {
      const digit = block[at]! - 48;
      if (digit < 0 || digit > 9) break;
      whole = whole * 10 + digit;
    }
    const digits = at - firstDigit;
    const isPlain = digits > 0 && digits <= 15 && (at === length || block[at]! <= 32);
    if (isPlain) {
      fields[count++] = negative ? -whole : whole;
      continue;
    }
    while (at < length && block[at]! > 32) at++;
    const value = parseNumber(block, fieldStart, at);
    if (Number.isNaN(value)) {
      const end = lineEnd(block, at);
      fieldError(state, block, start, end, count, 'a number');
      return end + 1;
    }
    fields[count++] = value;
  }
  while (at < length && block[at] !== newline) at++;
  if (count > 0) addLine(state, block, start, at, count);
  return at + 1;
}

/** What a line with fields means. */
function addLine(
  state: SwfState,
  block: Uint8Array,
  start: number,
  end: number,
  count: number,
): void {
  if (count < fieldCount) {
    const place = fieldPlace(state.report, state.line, textOf(block, start, end));
    state.report.diagnostics.push(
      traceDiagnostic(
        'field-count',
        place.span,
        { found: count, wanted: '18 as in the Standard Workload Format' },
        { source: place.source },
      ),
    );
    return;
  }
  const badField = addJob(state);
  if (badField >= 0) fieldError(state, block, start, end, badField, expectedOf(badField));
}

/**
 * Reads a log in the Standard Workload Format. Times are seconds; the header `UnixStartTime` is the origin. Jobs that never
 * ran are skipped and counted. Status 0 (failed) becomes exit code 1.
 */
export async function readSwf(
  bytes: AsyncIterable<Uint8Array>,
  options: TraceOptions,
): Promise<DiagnosticResult<TaskTable>> {
  const state: SwfState = {
    builder: createTableBuilder(),
    report: createTraceReport(options.name),
    processors: options.processors ?? 'tasks',
    fields: new Float64Array(fieldCount),
    jobNumbers: new Float64Array(1024),
    origin: undefined,
    line: 0,
  };
  jobIndexOf(state.builder, 'swf');
  const problem = await forEachLineBlock(bytes, (block) => {
    for (let start = 0; start < block.length;) {
      state.line++;
      start = readLine(state, block, start);
      if (isFull(state.report)) return false;
    }
    return true;
  });
  if (problem !== undefined) return unreadable(options.name, problem);
  return tableResult(state.report, state.builder, () => {
    const { jobNumbers } = state;
    return finishTable(state.builder, (row) => String(jobNumbers[row]!), state.origin);
  });
}
