import { generatedSource } from '../../workload/generate/generated-source.js';
import { literalSource } from '../../workload/literal-source.js';
import { mergeSources } from '../../workload/merge-streams.js';
import { tableSource } from '../../workload/table-source.js';
import type { TaskSource } from '../../workload/task-stream.js';
import type { PreparedScenario } from './prepared-scenario.js';
import type { TraceWorkload, Workload } from './workload.js';

function tableOf(trace: TraceWorkload, shift: number): TaskSource {
  const { table, jobOf, idPrefix, settings } = trace;
  return tableSource(table, {
    shift,
    jobOf,
    idPrefix,
    ...(settings === undefined ? {} : { settings }),
  });
}

/** The tasks of a workload of a job that exists from the start. */
export function sourceOf(
  { traces }: PreparedScenario,
  workload: Workload,
  seed: string,
): TaskSource {
  switch (workload.kind) {
    case 'trace': {
      const { trace, shift } = traces.get(workload)!;
      return tableOf(trace, shift);
    }
    case 'generator': {
      const { settings, name, job, idPrefix } = workload;
      return generatedSource(settings, seed, name, job, idPrefix);
    }
    case 'tasks':
      return literalSource(workload.tasks, workload.job);
  }
}

/**
 * The tasks of a job that is created during the run, from its creation on: a trace with dates begins with its first submission, and
 * generators draw anew for each `part`.
 */
export function sourceOfJob(
  workloads: readonly Workload[],
  seed: string,
  part: string = '',
): TaskSource {
  return mergeSources(
    workloads.map((workload) => {
      switch (workload.kind) {
        case 'trace': {
          const { origin, submitTime } = workload.table;
          return tableOf(workload, origin === undefined ? 0 : -(submitTime[0] ?? 0));
        }
        case 'generator': {
          const { settings, name, idPrefix } = workload;
          return generatedSource(settings, seed, `${name}${part}`, 0, idPrefix);
        }
        case 'tasks':
          return literalSource(workload.tasks, 0);
      }
    }),
  );
}
