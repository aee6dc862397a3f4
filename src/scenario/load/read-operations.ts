import type { DocumentPath } from '../../base/document/read-document.js';
import type { Condition } from '../../simulator/operations/condition.js';
import type { Operation } from '../../simulator/operations/operation.js';
import { readPoolFormula } from '../formula/pool-formula.js';
import type { OperationFile, Written } from '../schema/operations/operation-schema.js';
import { checkJob, checkJobSchedule } from './find-job.js';
import { findPool } from './find-pool.js';
import { momentQuanta } from './moment-quanta.js';
import { scheduleOnClock } from './place-job-schedules.js';
import type { OperationReading, PreparedOperation } from './prepared-operation.js';
import { readAddition } from './read-additions.js';

function checkCondition(reading: OperationReading, condition: Condition, path: DocumentPath): void {
  const { document, pools, ids, diagnostics } = reading;
  if (condition.kind === 'pool') {
    findPool(document, pools, condition.poolId, [...path, 'poolId'], diagnostics);
  } else {
    checkJob(document, ids, condition.jobId, [...path, 'jobId'], diagnostics);
  }
}

/** Looks up what a request names. */
function checkSubject(
  reading: OperationReading,
  request: Written<Operation>,
  path: DocumentPath,
): void {
  const { document, pools, ids, diagnostics } = reading;
  if ('poolId' in request) {
    findPool(document, pools, request.poolId, [...path, 'poolId'], diagnostics);
  } else if ('jobScheduleId' in request) {
    const { jobScheduleId } = request;
    checkJobSchedule(document, ids, jobScheduleId, [...path, 'jobScheduleId'], diagnostics);
  } else if ('jobId' in request) {
    checkJob(document, ids, request.jobId, [...path, 'jobId'], diagnostics);
  }
}

async function readOperation(
  reading: OperationReading,
  { at, when, request }: OperationFile,
  path: DocumentPath,
): Promise<PreparedOperation> {
  const { document, start, files, diagnostics } = reading;
  checkSubject(reading, request, path);
  if (when !== undefined) checkCondition(reading, when, [...path, 'when']);
  const quanta = momentQuanta(at, start, document, [...path, 'at'], diagnostics);
  const reference = 'autoScaleFormula' in request ? request.autoScaleFormula : undefined;
  const formulaPath = [...path, 'autoScaleFormula'];
  const formula =
    reference === undefined
      ? undefined
      : await readPoolFormula(reference, document, formulaPath, files, diagnostics);
  const times = 'schedule' in request ? request.schedule : undefined;
  const timesPath = [...path, 'schedule'];
  const schedule =
    times === undefined
      ? undefined
      : scheduleOnClock(times, start, document, timesPath, diagnostics);
  const addition = await readAddition(reading, request, path);
  return {
    at: quanta,
    ...(when === undefined ? {} : { when }),
    request,
    ...(formula === undefined ? {} : { formula }),
    ...(schedule === undefined ? {} : { schedule }),
    ...(addition === undefined ? {} : { addition }),
  };
}

/** Reads the formulas of operations, looks up what they name and puts them on the clock of the run, in order of time. */
export async function readOperations(
  reading: OperationReading,
  operations: readonly OperationFile[],
): Promise<PreparedOperation[]> {
  const prepared: PreparedOperation[] = [];
  for (const [index, operation] of operations.entries()) {
    prepared.push(await readOperation(reading, operation, ['operations', index]));
  }
  return prepared.sort((a, b) => a.at - b.at);
}
