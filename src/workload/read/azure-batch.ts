import type { DiagnosticResult } from '../../base/diagnostics/diagnostic.js';
import { createLineTable } from '../../base/text/source-text.js';
import { parseIsoInstant } from '../../base/time/iso8601.js';
import { ticksPerQuantum, type Timestamp } from '../../base/time/ticks.js';
import {
  addRow,
  createTableBuilder,
  finishTable,
  jobIndexOf,
  skipRow,
  type TableBuilder,
} from '../table-builder.js';
import type { TaskTable } from '../task-table.js';
import { jsonErrorOffset } from './json-error.js';
import {
  createTraceReport,
  fieldPlace,
  isFull,
  refused,
  shortened,
  tableResult,
  traceDiagnostic,
  unreadable,
  wholeTrace,
  type TraceReport,
} from './trace-report.js';
import type { TraceOptions } from './trace-options.js';
import { readWholeText, wholeTextLimit } from './whole-text.js';

type JsonObject = Readonly<Record<string, unknown>>;

interface AzureState {
  readonly builder: TableBuilder;
  readonly report: TraceReport;
  readonly ids: string[];
  origin: Timestamp | undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function member(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/**
 * The tasks of what `az batch task list` prints (an array), of an answer of the REST interface (`{ "value": [...] }`), or of an
 * example file of the REST specification (the answer inside `responses.200.body`).
 */
function taskListOf(document: unknown): readonly unknown[] | undefined {
  if (Array.isArray(document)) return document as unknown[];
  const list = member(document, 'value');
  if (Array.isArray(list)) return list as unknown[];
  const body = member(member(member(document, 'responses'), '200'), 'body');
  return body === undefined ? undefined : taskListOf(body);
}

/** The job of a task: `jobId`, or the part of its address after `/jobs/`. */
function jobIdOf(task: JsonObject): string {
  const jobId = member(task, 'jobId');
  if (typeof jobId === 'string') return jobId;
  const url = member(task, 'url');
  const match = typeof url === 'string' ? /\/jobs\/([^/?#]+)/.exec(url) : null;
  return match === null ? 'azure-batch' : match[1]!;
}

function timeOf(value: unknown): Timestamp | undefined {
  return typeof value === 'string' ? parseIsoInstant(value) : undefined;
}

function exitCodeOf(executionInfo: unknown): number | undefined {
  const exitCode = member(executionInfo, 'exitCode') ?? null;
  // A task that was ended by the service has a failure but no exit code.
  if (exitCode === null) return member(executionInfo, 'result') === 'failure' ? 1 : 0;
  if (typeof exitCode !== 'number' || !Number.isInteger(exitCode)) return undefined;
  // Windows exit codes are unsigned in some answers (0xC000013A = 3221225786) and signed in others.
  return exitCode >= -2_147_483_648 && exitCode <= 4_294_967_295 ? exitCode | 0 : undefined;
}

function refuse(
  state: AzureState,
  index: number,
  task: unknown,
  field: string,
  value: unknown,
  expected: string,
): void {
  const id = member(task, 'id');
  const name = typeof id === 'string' ? ` (task ${shortened(id)})` : '';
  const column = `${field} of entry ${index + 1}${name}`;
  const text = shortened(
    value === undefined ? 'missing' : typeof value === 'string' ? value : JSON.stringify(value),
  );
  const source = wholeTrace(state.report.name);
  state.report.diagnostics.push(
    traceDiagnostic('bad-field', { start: 0, end: 0 }, { column, text, expected }, { source }),
  );
}

function readTask(state: AzureState, task: unknown, index: number): void {
  const { builder } = state;
  const instant = 'a time such as 2025-11-21T22:43:31.4733476Z';
  if (!isObject(task)) {
    refuse(state, index, task, 'value', task, 'a task object');
    return;
  }
  const executionInfo = member(task, 'executionInfo');
  const startTime = member(executionInfo, 'startTime') ?? null;
  const endTime = member(executionInfo, 'endTime') ?? null;
  if (startTime === null) {
    skipRow(builder, 'not started');
    return;
  }
  if (endTime === null) {
    skipRow(builder, 'not ended');
    return;
  }
  const creationTime = member(task, 'creationTime');
  const created = timeOf(creationTime);
  if (created === undefined) {
    refuse(state, index, task, 'creationTime', creationTime, instant);
    return;
  }
  const started = timeOf(startTime);
  if (started === undefined) {
    refuse(state, index, task, 'executionInfo.startTime', startTime, instant);
    return;
  }
  const ended = timeOf(endTime);
  if (ended === undefined || ended < started) {
    const expected = `${instant}, not before startTime`;
    refuse(state, index, task, 'executionInfo.endTime', endTime, expected);
    return;
  }
  const slots = member(task, 'requiredSlots') ?? 1;
  if (typeof slots !== 'number' || !Number.isInteger(slots) || slots < 1 || slots > 65_535) {
    refuse(state, index, task, 'requiredSlots', slots, 'a whole number from 1 to 65535');
    return;
  }
  const exitCode = exitCodeOf(executionInfo);
  if (exitCode === undefined) {
    const value = member(executionInfo, 'exitCode');
    refuse(state, index, task, 'executionInfo.exitCode', value, 'an exit code');
    return;
  }
  const id = member(task, 'id');
  state.ids.push(typeof id === 'string' ? id : String(index + 1));
  state.origin ??= created;
  addRow(
    builder,
    Math.round((created - state.origin) / ticksPerQuantum),
    Math.round((ended - started) / ticksPerQuantum),
    slots,
    exitCode,
    jobIndexOf(builder, jobIdOf(task)),
    1,
  );
}

/**
 * Reads the task list of the Azure Batch service as JSON. A task was submitted at `creationTime` and ran from
 * `executionInfo.startTime` to `endTime` (its last attempt); tasks without these are skipped and counted. The origin is the
 * creation of the first task in the list.
 */
export async function readAzureBatch(
  bytes: AsyncIterable<Uint8Array>,
  options: TraceOptions,
): Promise<DiagnosticResult<TaskTable>> {
  const { name } = options;
  const answer = await readWholeText(bytes);
  if ('problem' in answer) {
    return answer.problem === 'long-trace'
      ? refused(name, 'long-trace', { limit: wholeTextLimit })
      : unreadable(name, answer.problem);
  }
  const state: AzureState = {
    builder: createTableBuilder(),
    report: createTraceReport(name),
    ids: [],
    origin: undefined,
  };
  let document: unknown;
  try {
    document = JSON.parse(answer.text);
  } catch {
    const table = createLineTable(answer.text);
    const { line, column } = table.position(jsonErrorOffset(answer.text));
    const { span, source } = fieldPlace(state.report, line, table.lineText(line), column);
    return { diagnostics: [traceDiagnostic('bad-json', span, undefined, { source })] };
  }
  const tasks = taskListOf(document);
  if (tasks === undefined) return refused(name, 'no-task-list', undefined);
  for (const [index, task] of tasks.entries()) {
    readTask(state, task, index);
    if (isFull(state.report)) break;
  }
  return tableResult(state.report, state.builder, () => {
    const { ids, origin } = state;
    return finishTable(state.builder, (row) => ids[row]!, origin);
  });
}
