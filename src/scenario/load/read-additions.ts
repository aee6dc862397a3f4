import type { DocumentPath } from '../../base/document/read-document.js';
import type { Operation, ScheduleTimes } from '../../simulator/operations/operation.js';
import { skippedText } from '../../workload/read/trace-report.js';
import type { OperationFile, Written } from '../schema/operations/operation-schema.js';
import type { JobIds } from './find-job.js';
import { jobScheduleNotes, scheduleOnClock } from './place-job-schedules.js';
import { readAddedJob, type AddedJob } from './read-jobs.js';
import { readJobSchedule, type PreparedJobSchedule } from './read-job-schedules.js';
import type { OperationReading, PreparedOperation } from './read-operations.js';

/** What an operation adds, read and checked as its like that is there from the start. */
export type PreparedAddition =
  | (AddedJob & { readonly kind: 'job' })
  | (Omit<PreparedJobSchedule, 'schedule'> & {
      readonly kind: 'jobSchedule';
      readonly schedule: ScheduleTimes;
    });

export async function readAddition(
  { document, pools, files, start, diagnostics }: OperationReading,
  request: Written<Operation>,
  path: DocumentPath,
): Promise<PreparedAddition | undefined> {
  switch (request.kind) {
    case 'addJob': {
      const jobPath = [...path, 'job'];
      const { job: file } = request;
      const added = await readAddedJob(document, file, jobPath, pools, files, diagnostics);
      return { kind: 'job', ...added };
    }
    case 'addJobSchedule': {
      const schedulePath = [...path, 'jobSchedule'];
      const { jobSchedule: file } = request;
      const read = await readJobSchedule(document, file, schedulePath, pools, files, diagnostics);
      const timesPath = [...schedulePath, 'schedule'];
      const schedule = scheduleOnClock(read.schedule, start, document, timesPath, diagnostics);
      return { kind: 'jobSchedule', ...read, schedule };
    }
    default:
      return undefined;
  }
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
    if (addition === undefined) return [];
    return addition.kind === 'job' ? jobNotes(addition) : jobScheduleNotes([addition]);
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
