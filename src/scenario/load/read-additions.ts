import type { DocumentPath } from '../../base/document/read-document.js';
import type { Operation } from '../../simulator/operations/operation.js';
import { skippedText } from '../../workload/read/trace-report.js';
import { readPoolFormula } from '../formula/pool-formula.js';
import type { OperationFile, Written } from '../schema/operations/operation-schema.js';
import type { PoolFile } from '../schema/pool-schema.js';
import { checkPool } from './check-pools.js';
import type { JobIds } from './find-job.js';
import { jobScheduleNotes, scheduleOnClock } from './place-job-schedules.js';
import type { PreparedSpecification } from './read-auto-pool.js';
import { readAddedJob, type AddedJob } from './read-jobs.js';
import { readJobSchedule } from './read-job-schedules.js';
import type {
  OperationReading,
  PreparedAddition,
  PreparedOperation,
} from './prepared-operation.js';

export async function readAddition(
  reading: OperationReading,
  request: Written<Operation>,
  path: DocumentPath,
): Promise<PreparedAddition | undefined> {
  const { document, pools, files, start, diagnostics } = reading;
  switch (request.kind) {
    case 'addPool': {
      const poolPath = [...path, 'pool'];
      const { pool: file } = request;
      diagnostics.push(...checkPool(document, file, poolPath));
      const formulaPath = [...poolPath, 'autoScaleFormula'];
      const formula =
        file.enableAutoScale !== true || file.autoScaleFormula === undefined
          ? undefined
          : await readPoolFormula(file.autoScaleFormula, document, formulaPath, files, diagnostics);
      return { kind: 'pool', file, formula };
    }
    case 'addJob': {
      const jobPath = [...path, 'job'];
      const { job: file } = request;
      const added = await readAddedJob(document, file, jobPath, pools, files, diagnostics);
      return { kind: 'job', ...added, job: onAddedPool(reading, added.job) };
    }
    case 'addJobSchedule': {
      const schedulePath = [...path, 'jobSchedule'];
      const { jobSchedule: file } = request;
      const read = await readJobSchedule(document, file, schedulePath, pools, files, diagnostics);
      const timesPath = [...schedulePath, 'schedule'];
      const schedule = scheduleOnClock(read.schedule, start, document, timesPath, diagnostics);
      const jobSpecification = onAddedPool(reading, read.jobSpecification);
      return { kind: 'jobSchedule', ...read, jobSpecification, schedule };
    }
    default:
      return undefined;
  }
}

/** A pool that only operations add is known by its id. */
function onAddedPool<J extends PreparedSpecification>(
  { pools, poolsFromStart }: OperationReading,
  job: J,
): J {
  // There is none where no pool has the id, which is an error by now.
  const added = pools[job.pool];
  const isAdded = added !== undefined && job.pool >= poolsFromStart;
  return isAdded ? { ...job, pool: -1, poolId: added.id } : job;
}

/** The pools that operations add, each with its place in the document. */
export function addedPools(
  operations: readonly OperationFile[],
): { readonly file: PoolFile; readonly path: DocumentPath }[] {
  return operations.flatMap(({ request }, index) =>
    request.kind === 'addPool' ? [{ file: request.pool, path: ['operations', index, 'pool'] }] : [],
  );
}

/** Ids of what operations add: others may name it. */
export function addedIds(operations: readonly OperationFile[]): JobIds {
  const requests = operations.map(({ request }) => request);
  return {
    jobs: requests.flatMap((request) => (request.kind === 'addJob' ? [request.job.id] : [])),
    schedules: requests.flatMap((request) =>
      request.kind === 'addJobSchedule' ? [request.jobSchedule.id] : [],
    ),
  };
}

/** What becomes of the dates of traces in what operations add, for the report. */
export function additionNotes(operations: readonly PreparedOperation[]): string[] {
  return operations.flatMap(({ addition }) => {
    switch (addition?.kind) {
      case 'job':
        return jobNotes(addition);
      case 'jobSchedule':
        return jobScheduleNotes([addition]);
      default:
        return [];
    }
  });
}

function jobNotes({ job, workloads }: AddedJob): string[] {
  return workloads.flatMap((workload) => {
    if (workload.kind !== 'trace') return [];
    const { name, table } = workload;
    const skipped = skippedText(table.skipped);
    return [
      `${name}: submitted from the creation of job ${job.id} on`,
      ...(skipped === '' ? [] : [`${name}: rows skipped: ${skipped}`]),
    ];
  });
}
