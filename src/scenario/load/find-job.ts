import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import { nearestName } from '../../base/text/nearest-name.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';

/** Ids of what a scenario creates; those of jobs of a schedule begin with that of the schedule. */
export interface JobIds {
  readonly jobs: readonly string[];
  readonly schedules: readonly string[];
}

function findId(ids: readonly string[], id: string): boolean {
  return ids.some((known) => known.toLowerCase() === id.toLowerCase());
}

/** Looks up the job that a scenario names at a path, regardless of case; a diagnostic tells where there is none. */
export function checkJob(
  document: TextDocument,
  { jobs, schedules }: JobIds,
  jobId: string,
  path: DocumentPath,
  diagnostics: Diagnostic[],
): void {
  const [schedule, number] = jobId.split(':');
  if (findId(jobs, jobId) || (number !== undefined && findId(schedules, schedule!))) return;
  const near = nearestName(jobId, jobs);
  const { source, spanOf } = document;
  const help = near === undefined ? {} : { help: `did you mean ${near}?` };
  diagnostics.push(scenarioDiagnostic('no-such-job', spanOf(path), { jobId }, { source, ...help }));
}

/** The same for a job schedule. */
export function checkJobSchedule(
  document: TextDocument,
  { schedules }: JobIds,
  jobScheduleId: string,
  path: DocumentPath,
  diagnostics: Diagnostic[],
): void {
  if (findId(schedules, jobScheduleId)) return;
  const near = nearestName(jobScheduleId, schedules);
  const { source, spanOf } = document;
  const help = near === undefined ? {} : { help: `did you mean ${near}?` };
  diagnostics.push(
    scenarioDiagnostic(
      'no-such-job-schedule',
      spanOf(path),
      { jobScheduleId },
      { source, ...help },
    ),
  );
}
