import type { Timestamp } from '../../base/time/ticks.js';
import type { Quanta } from '../../base/time/quanta.js';
import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import type { JobInput } from '../../simulator/input.js';
import type { Condition } from '../../simulator/operations/condition.js';
import type { Operation } from '../../simulator/operations/operation.js';
import { readPoolFormula, type PoolFormula } from '../formula/pool-formula.js';
import type { ScenarioFiles } from '../scenario-files.js';
import type { OperationFile, Written } from '../schema/operations/operation-schema.js';
import type { PoolFile } from '../schema/pool-schema.js';
import { checkJob } from './find-job.js';
import { findPool } from './find-pool.js';
import { momentQuanta } from './moment-quanta.js';

/** An operation with its formula read; what remains is to compile it. */
export interface PreparedOperation {
  readonly at: Quanta;
  readonly when?: Condition;
  readonly request: Written<Operation>;
  readonly formula?: PoolFormula;
}

function checkCondition(
  document: TextDocument,
  condition: Condition,
  path: DocumentPath,
  pools: readonly PoolFile[],
  jobs: readonly JobInput[],
  diagnostics: Diagnostic[],
): void {
  if (condition.kind === 'pool') {
    findPool(document, pools, condition.poolId, [...path, 'poolId'], diagnostics);
  } else {
    checkJob(document, jobs, condition.jobId, [...path, 'jobId'], diagnostics);
  }
}

/** Reads the formulas of operations, looks up what they name and puts them on the clock of the run, in order of time. */
export async function readOperations(
  document: TextDocument,
  operations: readonly OperationFile[],
  pools: readonly PoolFile[],
  jobs: readonly JobInput[],
  start: Timestamp,
  files: ScenarioFiles,
  diagnostics: Diagnostic[],
): Promise<PreparedOperation[]> {
  const prepared: PreparedOperation[] = [];
  for (const [index, { at, when, request }] of operations.entries()) {
    const path = ['operations', index];
    if ('poolId' in request) {
      findPool(document, pools, request.poolId, [...path, 'poolId'], diagnostics);
    } else {
      checkJob(document, jobs, request.jobId, [...path, 'jobId'], diagnostics);
    }
    if (when !== undefined)
      checkCondition(document, when, [...path, 'when'], pools, jobs, diagnostics);
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
    prepared.push({
      at: quanta,
      ...(when === undefined ? {} : { when }),
      request,
      ...(formula === undefined ? {} : { formula }),
    });
  }
  return prepared.sort((a, b) => a.at - b.at);
}
