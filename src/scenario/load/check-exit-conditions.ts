import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';
import { hasJobAction } from '../schema/exit-conditions-schema.js';
import type { JobSpecificationFile } from '../schema/job-schema.js';

/** Tasks with a jobAction in a job that does not ask for it, which the service refuses (service.md section 4.5). */
export function checkExitConditions(
  document: TextDocument,
  job: JobSpecificationFile,
  jobPath: DocumentPath,
  jobId: string,
): Diagnostic[] {
  if (job.onTaskFailure === 'performexitoptionsjobaction') return [];
  const { source, keySpanOf } = document;
  return job.tasks.flatMap(({ exitConditions }, position) => {
    if (exitConditions === undefined || !hasJobAction(exitConditions)) return [];
    const span = keySpanOf([...jobPath, 'tasks', position, 'exitConditions']);
    return [scenarioDiagnostic('job-action-not-used', span, { jobId }, { source })];
  });
}
