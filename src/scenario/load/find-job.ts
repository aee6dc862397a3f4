import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import { nearestName } from '../../base/text/nearest-name.js';
import type { JobInput } from '../../simulator/input.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';

/** Looks up the job that a scenario names at a path, regardless of case; a diagnostic tells where there is none. */
export function checkJob(
  document: TextDocument,
  jobs: readonly JobInput[],
  jobId: string,
  path: DocumentPath,
  diagnostics: Diagnostic[],
): void {
  if (jobs.some(({ id }) => id.toLowerCase() === jobId.toLowerCase())) return;
  const near = nearestName(
    jobId,
    jobs.map(({ id }) => id),
  );
  const { source, spanOf } = document;
  const help = near === undefined ? {} : { help: `did you mean ${near}?` };
  diagnostics.push(scenarioDiagnostic('no-such-job', spanOf(path), { jobId }, { source, ...help }));
}
