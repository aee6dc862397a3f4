import type { Quanta } from '../base/time/quanta.js';
import type { Timestamp } from '../base/time/ticks.js';
import type { TaskTable } from './task-table.js';

/** Columns that grow while a trace is read. */
export interface TableBuilder {
  length: number;
  submitTime: Float64Array;
  runTime: Float64Array;
  requiredSlots: Uint16Array;
  exitCode: Int32Array;
  job: Uint32Array;
  copies: Uint32Array;
  readonly jobIds: string[];
  readonly jobIndex: Map<string, number>;
  readonly skipped: Map<string, number>;
}

export function createTableBuilder(): TableBuilder {
  const capacity = 1024;
  return {
    length: 0,
    submitTime: new Float64Array(capacity),
    runTime: new Float64Array(capacity),
    requiredSlots: new Uint16Array(capacity),
    exitCode: new Int32Array(capacity),
    job: new Uint32Array(capacity),
    copies: new Uint32Array(capacity),
    jobIds: [],
    jobIndex: new Map(),
    skipped: new Map(),
  };
}

function grow(builder: TableBuilder): void {
  const capacity = builder.submitTime.length * 2;
  const larger = <T extends { set(from: T): void }>(column: T, empty: T): T => {
    empty.set(column);
    return empty;
  };
  builder.submitTime = larger(builder.submitTime, new Float64Array(capacity));
  builder.runTime = larger(builder.runTime, new Float64Array(capacity));
  builder.requiredSlots = larger(builder.requiredSlots, new Uint16Array(capacity));
  builder.exitCode = larger(builder.exitCode, new Int32Array(capacity));
  builder.job = larger(builder.job, new Uint32Array(capacity));
  builder.copies = larger(builder.copies, new Uint32Array(capacity));
}

export function addRow(
  builder: TableBuilder,
  submitTime: Quanta,
  runTime: Quanta,
  requiredSlots: number,
  exitCode: number,
  job: number,
  copies: number,
): void {
  const row = builder.length;
  if (row === builder.submitTime.length) grow(builder);
  builder.submitTime[row] = submitTime;
  builder.runTime[row] = runTime;
  builder.requiredSlots[row] = requiredSlots;
  builder.exitCode[row] = exitCode;
  builder.job[row] = job;
  builder.copies[row] = copies;
  builder.length = row + 1;
}

/** Index of a job by its id, entered at its first use. */
export function jobIndexOf(builder: TableBuilder, jobId: string): number {
  const known = builder.jobIndex.get(jobId);
  if (known !== undefined) return known;
  const index = builder.jobIds.push(jobId) - 1;
  builder.jobIndex.set(jobId, index);
  return index;
}

export function skipRow(builder: TableBuilder, reason: string): void {
  builder.skipped.set(reason, (builder.skipped.get(reason) ?? 0) + 1);
}

/** Order of the rows by submission, rows of one instant as they came; undefined where they are in order already. */
function sortedOrder(submitTime: Float64Array, length: number): Uint32Array | undefined {
  let row = 1;
  while (row < length && submitTime[row]! >= submitTime[row - 1]!) row++;
  if (row >= length) return undefined;
  return Uint32Array.from({ length }, (_, index) => index).sort(
    (a, b) => submitTime[a]! - submitTime[b]! || a - b,
  );
}

/** Ends the reading: `rowId` names a row by the number at which it was added. */
export function finishTable(
  builder: TableBuilder,
  rowId: (row: number) => string,
  origin?: Timestamp,
): TaskTable {
  const { length } = builder;
  const order = sortedOrder(builder.submitTime, length);
  const column = <T extends Float64Array | Uint16Array | Int32Array | Uint32Array>(
    values: T,
  ): T => {
    const result = values.slice(0, length) as T;
    if (order !== undefined)
      for (let row = 0; row < length; row++) result[row] = values[order[row]!]!;
    return result;
  };
  const copies = column(builder.copies);
  return {
    length,
    submitTime: column(builder.submitTime),
    runTime: column(builder.runTime),
    requiredSlots: column(builder.requiredSlots),
    exitCode: column(builder.exitCode),
    job: column(builder.job),
    jobIds: builder.jobIds,
    ...(copies.every((count) => count === 1) ? {} : { copies }),
    rowId: order === undefined ? rowId : (row) => rowId(order[row]!),
    ...(origin === undefined ? {} : { origin }),
    skipped: builder.skipped,
  };
}
