import type { Timestamp } from '../../base/time/ticks.js';
import type { Quanta } from '../../base/time/quanta.js';
import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import type { Condition } from '../../simulator/operations/condition.js';
import type { Operation, ScheduleTimes } from '../../simulator/operations/operation.js';
import { readPoolFormula, type PoolFormula } from '../formula/pool-formula.js';
import type { ScenarioFiles } from '../scenario-files.js';
import type { OperationFile, Written } from '../schema/operations/operation-schema.js';
import type { PoolFile } from '../schema/pool-schema.js';
import { checkJob, checkJobSchedule, type JobIds } from './find-job.js';
import { findPool } from './find-pool.js';
import { momentQuanta } from './moment-quanta.js';
import { scheduleOnClock } from './place-job-schedules.js';

/** An operation with its formula read and its times on the clock of the run; what remains is to compile the formula. */
export interface PreparedOperation {
  readonly at: Quanta;
  readonly when?: Condition;
  readonly request: Written<Operation>;
  readonly formula?: PoolFormula;
  readonly schedule?: ScheduleTimes;
}

function checkCondition(
  document: TextDocument,
  condition: Condition,
  path: DocumentPath,
  pools: readonly PoolFile[],
  ids: JobIds,
  diagnostics: Diagnostic[],
): void {
  if (condition.kind === 'pool') {
    findPool(document, pools, condition.poolId, [...path, 'poolId'], diagnostics);
  } else {
    checkJob(document, ids, condition.jobId, [...path, 'jobId'], diagnostics);
  }
}

/** Reads the formulas of operations, looks up what they name and puts them on the clock of the run, in order of time. */
export async function readOperations(
  document: TextDocument,
  operations: readonly OperationFile[],
  pools: readonly PoolFile[],
  ids: JobIds,
  start: Timestamp,
  files: ScenarioFiles,
  diagnostics: Diagnostic[],
): Promise<PreparedOperation[]> {
  const prepared: PreparedOperation[] = [];
  for (const [index, { at, when, request }] of operations.entries()) {
    const path = ['operations', index];
    if ('poolId' in request) {
      findPool(document, pools, request.poolId, [...path, 'poolId'], diagnostics);
    } else if ('jobScheduleId' in request) {
      const { jobScheduleId } = request;
      const idPath = [...path, 'jobScheduleId'];
      checkJobSchedule(document, ids, jobScheduleId, idPath, diagnostics);
    } else {
      checkJob(document, ids, request.jobId, [...path, 'jobId'], diagnostics);
    }
    if (when !== undefined)
      checkCondition(document, when, [...path, 'when'], pools, ids, diagnostics);
    const quanta = momentQuanta(at, start, document, [...path, 'at'], diagnostics);
    const reference = 'autoScaleFormula' in request ? request.autoScaleFormula : undefined;
    const formula =
      reference === undefined
        ? undefined
        : await readPoolFormula(
            reference,
            document,
            [...path, 'autoScaleFormula'],
            files,
            diagnostics,
          );
    const times = 'schedule' in request ? request.schedule : undefined;
    const timesPath = [...path, 'schedule'];
    const schedule =
      times === undefined
        ? undefined
        : scheduleOnClock(times, start, document, timesPath, diagnostics);
    prepared.push({
      at: quanta,
      ...(when === undefined ? {} : { when }),
      request,
      ...(formula === undefined ? {} : { formula }),
      ...(schedule === undefined ? {} : { schedule }),
    });
  }
  return prepared.sort((a, b) => a.at - b.at);
}
