import type { Quanta } from '../base/time/quanta.js';
import type { Timestamp } from '../base/time/ticks.js';
import type { TaskArrival, TaskSource } from './task-stream.js';

/**
 * Tasks of a trace in columns, sorted by submission. All columns have the same length. `job` counts into `jobIds`.
 */
export interface TaskTable {
  readonly length: number;
  /** Since `origin`. */
  readonly submitTime: Float64Array;
  readonly runTime: Float64Array;
  readonly requiredSlots: Uint16Array;
  readonly exitCode: Int32Array;
  readonly job: Uint32Array;
  readonly jobIds: readonly string[];
  readonly taskId: (index: number) => string;
  /** Instant of submit time 0; undefined where the format has none. */
  readonly origin?: Timestamp;
  /** Rows that are not in the table, by reason, for the report. */
  readonly skipped: ReadonlyMap<string, number>;
}

/**
 * Opens a table as a stream. `shift` is added to every submit time; `jobOf` maps a job index of the table to one of the
 * simulation input.
 */
export function tableSource(
  table: TaskTable,
  shift: Quanta = 0,
  jobOf: (tableJob: number) => number = (job) => job,
): TaskSource {
  const jobs = table.jobIds.map((_, job) => jobOf(job));
  return {
    taskCount: table.length,
    open() {
      const arrival = {
        index: 0,
        job: 0,
        submitTime: 0,
        runTime: 0,
        requiredSlots: 1,
        exitCode: 0,
      } satisfies TaskArrival;
      let next = 0;
      return {
        next() {
          if (next >= table.length) return undefined;
          arrival.index = next;
          arrival.job = jobs[table.job[next]!]!;
          arrival.submitTime = table.submitTime[next]! + shift;
          arrival.runTime = table.runTime[next]!;
          arrival.requiredSlots = table.requiredSlots[next]!;
          arrival.exitCode = table.exitCode[next]!;
          next++;
          return arrival;
        },
        taskId: table.taskId,
      };
    },
  };
}
