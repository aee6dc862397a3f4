import type { TaskFailureCode } from '../../workload/task-failure-codes.js';
import type { TaskSettings } from '../../workload/task-settings.js';
import type { Quanta } from '../../base/time/quanta.js';

/** How an attempt ends if nothing cuts it short; `exitCode` is null where the command never ends by itself. */
export interface AttemptEnding {
  /** From the start of `running`. */
  readonly duration: Quanta;
  readonly exitCode: number | null;
  /** Absent (undefined) for a success. */
  readonly failure: TaskFailureCode | undefined;
  /** What it takes of the disk of each of its nodes, where that is less than its files and data need: the disk is full. */
  readonly diskBytes?: number;
  /** Nodes whose disk it fills, which are unusable from then on. */
  readonly fullNodes?: readonly number[];
  /** How it would end without maxWallClockTime, where that cuts it short. */
  readonly uncut?: AttemptEnding;
}

/** What only tasks with settings have, beside their columns. */
export interface TaskDetail {
  settings: TaskSettings;
  /** Attempts that came to their end: one that is cut short is repeated with the same fate. */
  endedAttempts: number;
  /** The attempt that is running. */
  attempt: AttemptEnding | undefined;
  /** From when it waits for a node: its submission, or the success of its last parent. */
  eligibleAt: Quanta;
  /** Whether it may not run on spot nodes. */
  dedicatedOnly?: boolean;
  /** Of a multi-instance task on nodes: its instances but the primary, from 1 on. */
  subtasks?: readonly number[] | undefined;
  /** How long data of the subtasks stay on their nodes, where an update has changed that of the primary. */
  retentionOfSubtasks?: Quanta;
  /** Of such an instance: the task that it belongs to. */
  primary?: number;
}

export function createTaskDetail(settings: TaskSettings, now: Quanta): TaskDetail {
  return { settings, endedAttempts: 0, attempt: undefined, eligibleAt: now };
}
