import type { Quanta } from '../base/time/quanta.js';
import type { Timestamp } from '../base/time/ticks.js';

/**
 * Tasks of a trace in columns, one row a recorded job or task, sorted by submission (rows of the same instant keep their
 * order). All columns have the same length.
 */
export interface TaskTable {
  /** Number of rows. */
  readonly length: number;
  /** Since `origin`. */
  readonly submitTime: Float64Array;
  readonly runTime: Float64Array;
  readonly requiredSlots: Uint16Array;
  readonly exitCode: Int32Array;
  /** Index into `jobIds`. */
  readonly job: Uint32Array;
  readonly jobIds: readonly string[];
  /**
   * How many equal tasks a row stands for (a parallel job of p processors read as p one-slot tasks); absent: one each. They
   * are multiplied only when the table is opened, so that memory follows the file.
   */
  readonly copies?: Uint32Array;
  readonly rowId: (row: number) => string;
  /** Instant of submit time 0; absent where the format has none: then times count from the start of the run. */
  readonly origin?: Timestamp;
  /** Rows that are not in the table, by reason, for the report. */
  readonly skipped: ReadonlyMap<string, number>;
}

/** Number of tasks that a table stands for. */
export function taskCountOf(table: TaskTable): number {
  if (table.copies === undefined) return table.length;
  let count = 0;
  for (const copies of table.copies) count += copies;
  return count;
}

/** The rows that a condition keeps, in the same order. */
export function selectRows(table: TaskTable, keep: (row: number) => boolean): TaskTable {
  const rows: number[] = [];
  for (let row = 0; row < table.length; row++) if (keep(row)) rows.push(row);
  if (rows.length === table.length) return table;
  const { submitTime, runTime, requiredSlots, exitCode, job, copies, rowId } = table;
  return {
    ...table,
    length: rows.length,
    submitTime: Float64Array.from(rows, (row) => submitTime[row]!),
    runTime: Float64Array.from(rows, (row) => runTime[row]!),
    requiredSlots: Uint16Array.from(rows, (row) => requiredSlots[row]!),
    exitCode: Int32Array.from(rows, (row) => exitCode[row]!),
    job: Uint32Array.from(rows, (row) => job[row]!),
    ...(copies === undefined ? {} : { copies: Uint32Array.from(rows, (row) => copies[row]!) }),
    rowId: (row) => rowId(rows[row]!),
  };
}

/** Submission of the first and of the last row, since `origin`; undefined for an empty table. */
export function submissionRange(
  table: TaskTable,
): { readonly first: Quanta; readonly last: Quanta } | undefined {
  if (table.length === 0) return undefined;
  return { first: table.submitTime[0]!, last: table.submitTime[table.length - 1]! };
}
