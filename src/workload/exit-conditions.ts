import { taskFailureCodes, type TaskFailureCode } from './task-failure-codes.js';

/** What the end of a task does to its job, with REST names. */
export type JobAction = 'none' | 'disable' | 'terminate';

/** What it does to the tasks that depend on it. */
export type DependencyAction = 'satisfy' | 'block';

export interface ExitOptions {
  readonly jobAction?: JobAction | undefined;
  readonly dependencyAction?: DependencyAction | undefined;
}

/** What follows how a task ended (service.md section 4.5). */
export interface ExitConditions {
  readonly exitCodes?: readonly { readonly code: number; readonly exitOptions: ExitOptions }[];
  /** Both ends included. */
  readonly exitCodeRanges?: readonly {
    readonly start: number;
    readonly end: number;
    readonly exitOptions: ExitOptions;
  }[];
  readonly preProcessingError?: ExitOptions;
  readonly fileUploadError?: ExitOptions;
  /** For every end that nothing else covers, but never for exit code 0. */
  readonly default?: ExitOptions;
}

/**
 * The options for the end of a task; undefined where none are given for it. An exit code that is listed goes before a later error of
 * the upload (service.md section 4.5).
 */
export function exitOptionsFor(
  conditions: ExitConditions,
  exitCode: number | null,
  failure: TaskFailureCode | undefined,
): ExitOptions | undefined {
  const ofCode = exitCode === null ? undefined : forExitCode(conditions, exitCode);
  if (ofCode !== undefined) return ofCode;
  if (failure === undefined) return undefined;
  switch (taskFailureCodes[failure].phase) {
    case 'preprocessing':
      return conditions.preProcessingError ?? conditions.default;
    case 'upload':
      return conditions.fileUploadError ?? conditions.default;
    case 'command':
    case 'service':
      return conditions.default;
  }
}

function forExitCode(
  { exitCodes = [], exitCodeRanges = [] }: ExitConditions,
  exitCode: number,
): ExitOptions | undefined {
  const listed = exitCodes.find(({ code }) => code === exitCode);
  const range = exitCodeRanges.find(({ start, end }) => start <= exitCode && exitCode <= end);
  return (listed ?? range)?.exitOptions;
}
