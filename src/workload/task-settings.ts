import type { Quanta } from '../base/time/quanta.js';
import type { ExitConditions } from './exit-conditions.js';
import type { SelectableFailureCode } from './task-failure-codes.js';

/** An exit code and the share of attempts that end with it. */
export interface ExitCodeShare {
  readonly code: number;
  /** 0 to 1. */
  readonly share: number;
}

/** A failure before or after the command and the share of attempts that it strikes. */
export interface FailureShare {
  readonly code: SelectableFailureCode;
  /** 0 to 1. */
  readonly share: number;
}

/** Parents of a task, which must succeed before it is eligible (service.md section 4.6). */
export interface TaskDependencies {
  readonly taskIds?: readonly string[];
  /** Inclusive; they match ids that are integers, leading zeros ignored. */
  readonly taskIdRanges?: readonly { readonly start: number; readonly end: number }[];
}

/** A file that is uploaded after the command; bytes are ours. */
export interface OutputFile {
  readonly bytes: number;
  readonly uploadCondition: 'tasksuccess' | 'taskfailure' | 'taskcompletion';
}

/** A variable that the environment of a task has. */
export interface EnvironmentSetting {
  readonly name: string;
  readonly value: string;
}

/** What a task uses of its node while it runs. */
export interface TaskUsage {
  /** Fraction of the CPU of the node, 0 to 1. */
  readonly cpu?: number;
  /** Busy cores, beside `cpu`; counts where the cores of the pool are known. */
  readonly cores?: number;
  readonly memoryBytes?: number;
  /** Beside its files. */
  readonly diskBytes?: number;
  readonly diskReadBytesPerSecond?: number;
  readonly diskWriteBytesPerSecond?: number;
  readonly diskReadOpsPerSecond?: number;
  readonly diskWriteOpsPerSecond?: number;
  readonly networkInBytesPerSecond?: number;
  readonly networkOutBytesPerSecond?: number;
}

/** The node that a task prefers: by its affinity id, which is its node id, or by its number within the pool (1 is the first). */
export type TaskAffinity = { readonly affinityId: string } | { readonly nodeNumber: number };

/**
 * A multi-instance task (service.md section 4.7): its instances run side by side on as many nodes, instance 0 (the primary) and
 * subtasks. Every one runs the coordination command; then the primary alone runs the command of the task.
 */
export interface MultiInstanceSettings {
  /** Nodes that the task needs at once; REST default 1. */
  readonly numberOfInstances: number;
  /** How long the coordination command runs on every node. */
  readonly coordinationTime: Quanta;
  /** Share of coordination commands that fail, 0 to 1, drawn for every instance and attempt. */
  readonly coordinationFailureShare: number;
  /** Downloaded on every node before the coordination command. */
  readonly commonResourceFiles?: readonly { readonly bytes: number }[];
}

/** Limits of a task, with REST names (service.md section 4.3). */
export interface TaskConstraints {
  /** Retries after a nonzero exit code, -1 is endless; the job's by default. */
  readonly maxTaskRetryCount?: number | undefined;
  /** Longest attempt, from the start of `running`; unlimited by default. */
  readonly maxWallClockTime?: Quanta | undefined;
  /** How long the data of the completed task stay on its node; the job's by default. */
  readonly retentionTime?: Quanta | undefined;
}

/**
 * What few tasks have: a task without any of it carries no settings. One object may serve any number of tasks. Names are
 * those of the REST interface where it has them.
 */
export interface TaskSettings extends TaskConstraints {
  /** Drawn for every attempt; what is left of 1 ends with the exit code of the arrival. */
  readonly exitCodes?: readonly ExitCodeShare[];
  /** Drawn for every attempt, once before the command and once after it. */
  readonly failures?: readonly FailureShare[];
  /** What follows how the task ended; job actions need onTaskFailure of the job. */
  readonly exitConditions?: ExitConditions;
  /** Heeded in jobs with usesTaskDependencies. */
  readonly dependsOn?: TaskDependencies;
  /** Downloaded at the start of every attempt. */
  readonly resourceFiles?: readonly { readonly bytes: number }[];
  readonly outputFiles?: readonly OutputFile[];
  /** Downloaded at the first use on a node; `id` tells version and application. */
  readonly applicationPackages?: readonly { readonly id: string; readonly bytes: number }[];
  /** The image is pulled at the first use on a node. */
  readonly container?: { readonly imageName: string; readonly imageBytes: number };
  readonly affinity?: TaskAffinity;
  readonly usage?: TaskUsage;
  readonly multiInstance?: MultiInstanceSettings;
  /** They change nothing but what `inspect` shows. */
  readonly environmentSettings?: readonly EnvironmentSetting[];
}
