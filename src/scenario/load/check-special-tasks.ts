import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import { serviceLimits } from '../../simulator/service-limits.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';
import type { JobSpecificationFile } from '../schema/job-schema.js';

/** What the service refuses about the preparation and release tasks of a job (service.md sections 3.5 and 10). */
export function checkSpecialTasks(
  document: TextDocument,
  job: JobSpecificationFile,
  jobPath: DocumentPath,
  jobId: string,
): Diagnostic[] {
  const { source, spanOf, keySpanOf } = document;
  const { jobReleaseTask: release } = job;
  const path = [...jobPath, 'jobReleaseTask'];
  const diagnostics: Diagnostic[] = [];
  if (release !== undefined && job.jobPreparationTask === undefined) {
    const parameters = { jobId };
    const span = keySpanOf(path);
    diagnostics.push(scenarioDiagnostic('no-preparation-task', span, parameters, { source }));
  }
  if (release !== undefined && release.maxWallClockTime > serviceLimits.longestReleaseTask) {
    const parameters = { key: 'maxWallClockTime of a job release task', bounds: 'at most PT15M' };
    const span = spanOf([...path, 'maxWallClockTime']);
    diagnostics.push(scenarioDiagnostic('invalid-property', span, parameters, { source }));
  }
  return [...diagnostics, ...checkSpecialIds(document, job, jobPath)];
}

interface NamedTask {
  readonly id: string;
  readonly path: DocumentPath;
}

/** Ids of recorded and generated tasks are not looked at. */
function checkSpecialIds(
  document: TextDocument,
  job: JobSpecificationFile,
  path: DocumentPath,
): Diagnostic[] {
  const { jobPreparationTask: preparation, jobReleaseTask: release } = job;
  const written = job.tasks.flatMap((task, position) =>
    'id' in task ? [{ id: task.id, path: [...path, 'tasks', position] }] : [],
  );
  const { jobManagerTask: manager } = job;
  const tasks: readonly NamedTask[] =
    manager === undefined
      ? written
      : [{ id: manager.id, path: [...path, 'jobManagerTask'] }, ...written];
  const released: readonly NamedTask[] =
    release === undefined ? [] : [{ id: release.id, path: [...path, 'jobReleaseTask'] }];
  return [
    ...sameIds(document, [...released, ...tasks], preparation?.id, 'preparation'),
    ...sameIds(document, tasks, release?.id, 'release'),
  ];
}

const codes = {
  preparation: 'TaskIdSameAsJobPreparationTask',
  release: 'TaskIdSameAsJobReleaseTask',
} as const;

function sameIds(
  { source, spanOf, keySpanOf }: TextDocument,
  named: readonly NamedTask[],
  id: string | undefined,
  kind: keyof typeof codes,
): Diagnostic[] {
  const same = named.filter((task) => task.id.toLowerCase() === id?.toLowerCase());
  return same.map(({ id: ownId, path }) => {
    const written = spanOf([...path, 'id']);
    // It may have its id by default.
    const span = written.end > written.start ? written : keySpanOf(path);
    const parameters = { id: ownId, kind, code: codes[kind] };
    return scenarioDiagnostic('id-of-special-task', span, parameters, { source });
  });
}
