import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import { nearestName } from '../../base/text/nearest-name.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';
import type { JobSpecificationFile } from '../schema/job-schema.js';

/**
 * What the service refuses about the dependencies of a job, and parents that no task of the job can be. Ids of recorded and
 * generated tasks are not looked at: a job with such tasks may have any.
 */
export function checkDependencies(
  document: TextDocument,
  job: JobSpecificationFile,
  jobPath: DocumentPath,
  jobId: string,
): Diagnostic[] {
  const { source, spanOf, keySpanOf } = document;
  const diagnostics: Diagnostic[] = [];
  const written = job.tasks.every((task) => 'id' in task) ? job.tasks : undefined;
  const ids = written && [...written, job.jobManagerTask].flatMap((task) => task?.id ?? []);
  const known = new Set(ids?.map((id) => id.toLowerCase()));
  for (const [position, task] of job.tasks.entries()) {
    if (task.dependsOn === undefined) continue;
    const path = [...jobPath, 'tasks', position, 'dependsOn'];
    if (job.usesTaskDependencies !== true) {
      const span = keySpanOf(path);
      const parameters = { jobId };
      diagnostics.push(scenarioDiagnostic('dependencies-not-used', span, parameters, { source }));
    }
    for (const [entry, id] of (task.dependsOn.taskIds ?? []).entries()) {
      if (ids === undefined || known.has(id.toLowerCase())) continue;
      const near = nearestName(id, ids);
      const help = near === undefined ? {} : { help: `did you mean ${near}?` };
      const span = spanOf([...path, 'taskIds', entry]);
      diagnostics.push(
        scenarioDiagnostic('no-such-parent', span, { id, jobId }, { source, ...help }),
      );
    }
  }
  return diagnostics;
}
