import type { Diagnostic } from '../../base/diagnostics/diagnostic.js';
import type { DocumentPath, TextDocument } from '../../base/document/read-document.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';
import type { JobSpecificationFile } from '../schema/job-schema.js';
import type { SplitFile } from '../schema/split-schema.js';
import { taskSettingsOf } from './read-task-settings.js';
import type { Workload } from './workload.js';

/** The tasks that a job splitter makes, all at once, and the merge task that depends on every one of them. */
export function splitWorkloads(file: SplitFile, name: string, job: number): Workload[] {
  const { split, runTime, requiredSlots = 1, failureShare = 0, submit = 0, splitTime = 0 } = file;
  const { merge } = file;
  const first = submit + splitTime;
  const settings = taskSettingsOf(file);
  return [
    {
      kind: 'generator',
      name,
      settings: {
        arrivals: { kind: 'constant', interval: 0 },
        runTime,
        requiredSlots,
        failureShare,
        first,
        count: split,
        ...(settings === undefined ? {} : { settings }),
      },
      job,
      idPrefix: '',
    },
    {
      kind: 'tasks',
      tasks: [
        {
          id: merge.id,
          submitTime: first,
          runTime: merge.runTime,
          requiredSlots: merge.requiredSlots ?? 1,
          exitCode: 0,
          settings: { dependsOn: { taskIdRanges: [{ start: 1, end: split }] } },
        },
      ],
      job,
    },
  ];
}

/** Its tasks are called 1, 2, 3 and so on, so that the merge task can name them: no other task may be in the job. */
export function checkSplit(
  document: TextDocument,
  job: JobSpecificationFile,
  jobPath: DocumentPath,
  jobId: string,
  position: number,
): Diagnostic[] {
  const { source, keySpanOf } = document;
  const span = keySpanOf([...jobPath, 'tasks', position, 'split']);
  const parameters = { jobId };
  return [
    ...(job.tasks.length === 1
      ? []
      : [scenarioDiagnostic('split-not-alone', span, parameters, { source })]),
    ...(job.usesTaskDependencies === true
      ? []
      : [scenarioDiagnostic('split-without-dependencies', span, parameters, { source })]),
  ];
}
