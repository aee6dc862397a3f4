import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { TextDocument } from '../../base/document/read-document.js';
import type { Quanta } from '../../base/time/quanta.js';
import type { Timestamp } from '../../base/time/ticks.js';
import type { Condition } from '../../simulator/operations/condition.js';
import type { Operation, ScheduleTimes } from '../../simulator/operations/operation.js';
import type { PoolFormula } from '../formula/pool-formula.js';
import type { ScenarioFiles } from '../scenario-files.js';
import type { Written } from '../schema/operations/operation-schema.js';
import type { PoolFile } from '../schema/pool-schema.js';
import type { JobIds } from './find-job.js';
import type { AddedJob } from './read-jobs.js';
import type { PreparedJobSchedule } from './read-job-schedules.js';

/** What an operation adds, read and checked as its like that is there from the start. */
export type PreparedAddition =
  | (AddedJob & { readonly kind: 'job' })
  | (Omit<PreparedJobSchedule, 'schedule'> & {
      readonly kind: 'jobSchedule';
      readonly schedule: ScheduleTimes;
    })
  | { readonly kind: 'pool'; readonly file: PoolFile; readonly formula: PoolFormula | undefined };

/** An operation with its formula read and its times on the clock of the run; what remains is to compile the formula. */
export interface PreparedOperation {
  readonly at: Quanta;
  readonly when?: Condition;
  readonly request: Written<Operation>;
  readonly formula?: PoolFormula;
  readonly schedule?: ScheduleTimes;
  readonly addition?: PreparedAddition;
}

/** What reading operations needs and fills. */
export interface OperationReading {
  readonly document: TextDocument;
  /** Those that are there from the start, and then those that operations add. */
  readonly pools: readonly PoolFile[];
  readonly poolsFromStart: number;
  readonly ids: JobIds;
  readonly start: Timestamp;
  readonly files: ScenarioFiles;
  readonly diagnostics: Diagnostic[];
}
