import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import type { Schedule } from '../../simulator/job-schedule/recurrence.js';
import { serviceLimits } from '../../simulator/service-limits.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';
import type { ScenarioFile } from '../schema/scenario-schema.js';

/** Job schedules that share their id with a job or another schedule (service.md section 3.6). */
export function checkJobScheduleIds(
  document: TextDocument,
  { jobs, jobSchedules = [] }: Pick<ScenarioFile, 'jobs' | 'jobSchedules'>,
): Diagnostic[] {
  const { source, spanOf } = document;
  const seen = new Map(jobs.map(({ id }) => [id.toLowerCase(), 'job']));
  return jobSchedules.flatMap(({ id }, index) => {
    const what = seen.get(id.toLowerCase());
    seen.set(id.toLowerCase(), 'job schedule');
    if (what === undefined) return [];
    return [
      scenarioDiagnostic(
        'same-id',
        spanOf(['jobSchedules', index, 'id']),
        { what, id },
        { source },
      ),
    ];
  });
}

/** What the service refuses of the times of a schedule at a path of the document (service.md section 3.6). */
export function checkSchedule(
  document: TextDocument,
  path: DocumentPath,
  schedule: Partial<Schedule>,
): Diagnostic[] {
  const { source, spanOf } = document;
  const refuse = (key: keyof Schedule, bounds: string): Diagnostic =>
    scenarioDiagnostic('invalid-property', spanOf([...path, key]), { key, bounds }, { source });
  const { doNotRunUntil = 0, doNotRunAfter = Infinity } = schedule;
  const short = (['startWindow', 'recurrenceInterval'] as const)
    .filter((key) => (schedule[key] ?? Infinity) < serviceLimits.shortestRecurrence)
    .map((key) => refuse(key, 'at least PT1M'));
  return doNotRunAfter < doNotRunUntil
    ? [...short, refuse('doNotRunAfter', 'not before doNotRunUntil')]
    : short;
}

/** A schedule that goes on for ever keeps a run going that ends when everything is done. */
export function checkEndless(
  document: TextDocument,
  { until, jobSchedules = [], operations = [] }: ScenarioFile,
): Diagnostic[] {
  const { source, keySpanOf } = document;
  if (until !== undefined && until.kind !== 'drained') return [];
  const written = [
    ...jobSchedules.map((file, index) => ({ file, path: ['jobSchedules', index] })),
    ...operations.flatMap(({ request }, index) => {
      if (request.kind !== 'addJobSchedule') return [];
      return [{ file: request.jobSchedule, path: ['operations', index, 'jobSchedule'] }];
    }),
  ];
  return written.flatMap(({ file: { id, schedule }, path }) => {
    const { recurrenceInterval, doNotRunAfter } = schedule;
    if (recurrenceInterval === undefined || doNotRunAfter !== undefined) return [];
    const ends = operations.some(
      ({ request }) =>
        (request.kind === 'terminateJobSchedule' || request.kind === 'deleteJobSchedule') &&
        request.jobScheduleId.toLowerCase() === id.toLowerCase(),
    );
    if (ends) return [];
    const span = keySpanOf([...path, 'schedule', 'recurrenceInterval']);
    const help = 'give until: P7D or the like, or doNotRunAfter';
    return [scenarioDiagnostic('endless-schedule', span, { id }, { source, help })];
  });
}
