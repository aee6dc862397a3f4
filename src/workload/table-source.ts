import type { Quanta } from '../base/time/quanta.js';
import type { TaskSettings } from './task-settings.js';
import type { TaskArrival, TaskSource } from './task-stream.js';
import { taskCountOf, type TaskTable } from './task-table.js';

export interface TableSourceOptions {
  /** Added to every submit time. */
  readonly shift?: Quanta;
  /** Maps a job of the table to a job of the simulation input; the same index by default. */
  readonly jobOf?: (tableJob: number) => number;
  /** Put before every id, for tasks of several sources in one job. */
  readonly idPrefix?: string;
  /** What all tasks of the table have beside its columns. */
  readonly settings?: TaskSettings;
}

/** Number of the first task of each row, with the number of all tasks at the end. */
function firstTasks(table: TaskTable, copies: Uint32Array): Float64Array {
  const first = new Float64Array(table.length + 1);
  for (let row = 0; row < table.length; row++) first[row + 1] = first[row]! + copies[row]!;
  return first;
}

/** Row of a task number, by binary search. */
function rowOf(first: Float64Array, task: number): number {
  let low = 0;
  let high = first.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (first[middle]! <= task) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Names the tasks of a table: the id of the row, followed by `_1`, `_2`, ... where a row stands for several tasks (an id of
 * the service may hold letters, digits, `_` and `-`).
 */
function createNaming(table: TaskTable, prefix: string): (index: number) => string {
  const { copies } = table;
  if (copies === undefined) return (index) => prefix + table.rowId(index);
  let first: Float64Array | undefined;
  return (index) => {
    first ??= firstTasks(table, copies);
    const row = rowOf(first, index);
    const id = prefix + table.rowId(row);
    return copies[row] === 1 ? id : `${id}_${index - first[row]! + 1}`;
  };
}

/** Opens a table as a stream of tasks in the order of its rows. */
export function tableSource(table: TaskTable, options: TableSourceOptions = {}): TaskSource {
  const { shift = 0, jobOf = (job: number) => job, idPrefix = '', settings } = options;
  const jobs = table.jobIds.map((_, job) => jobOf(job));
  const taskId = createNaming(table, idPrefix);
  return {
    taskCount: taskCountOf(table),
    open() {
      const arrival = {
        index: -1,
        job: 0,
        submitTime: 0,
        runTime: 0,
        requiredSlots: 1,
        exitCode: 0,
        settings,
      } satisfies TaskArrival;
      let row = -1;
      let copiesLeft = 0;
      return {
        next() {
          if (copiesLeft === 0) {
            if (row + 1 >= table.length) return undefined;
            row++;
            copiesLeft = table.copies?.[row] ?? 1;
            arrival.job = jobs[table.job[row]!]!;
            arrival.submitTime = table.submitTime[row]! + shift;
            arrival.runTime = table.runTime[row]!;
            arrival.requiredSlots = table.requiredSlots[row]!;
            arrival.exitCode = table.exitCode[row]!;
          }
          copiesLeft--;
          arrival.index++;
          return arrival;
        },
        taskId,
      };
    },
  };
}
