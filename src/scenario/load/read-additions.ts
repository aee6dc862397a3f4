import type { DocumentPath } from '../../base/document/read-document.js';
import type { Operation } from '../../simulator/operations/operation.js';
import { skippedText } from '../../workload/read/trace-report.js';
import type { OperationFile, Written } from '../schema/operations/operation-schema.js';
import { readAddedJob, type AddedJob } from './read-jobs.js';
import type { OperationReading, PreparedOperation } from './read-operations.js';

/** What an operation adds, read and checked as its like that is there from the start. */
export type PreparedAddition = AddedJob;

export async function readAddition(
  { document, pools, files, diagnostics }: OperationReading,
  request: Written<Operation>,
  path: DocumentPath,
): Promise<PreparedAddition | undefined> {
  if (request.kind !== 'addJob') return undefined;
  return readAddedJob(document, request.job, [...path, 'job'], pools, files, diagnostics);
}

/** Ids of the jobs that operations add: others may name them. */
export function addedJobIds(operations: readonly OperationFile[]): string[] {
  return operations.flatMap(({ request }) => (request.kind === 'addJob' ? [request.job.id] : []));
}

/** What becomes of the dates of traces in jobs that operations add, for the report. */
export function additionNotes(operations: readonly PreparedOperation[]): string[] {
  return operations.flatMap(({ addition }) =>
    (addition?.workloads ?? []).flatMap((workload) => {
      if (workload.kind !== 'trace') return [];
      const { name, table } = workload;
      const skipped = skippedText(table.skipped);
      return [
        `${name}: submitted from the creation of job ${addition!.job.id} on`,
        ...(skipped === '' ? [] : [`${name}: rows skipped: ${skipped}`]),
      ];
    }),
  );
}
