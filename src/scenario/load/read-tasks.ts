import type { DocumentPath } from '../../base/document/read-document.js';
import type { LiteralTask } from '../../workload/literal-source.js';
import type { TaskTable } from '../../workload/task-table.js';
import { scenarioDiagnostic } from '../scenario-diagnostics.js';
import type { JobSpecificationFile } from '../schema/job-schema.js';
import type { PoolFile } from '../schema/pool-schema.js';
import type { TraceFile } from '../schema/task-source-schema.js';
import { checkDependencies } from './check-dependencies.js';
import { checkExitConditions } from './check-exit-conditions.js';
import { checkSpecialTasks } from './check-special-tasks.js';
import type { JobReading } from './job-reading.js';
import { generatorOf } from './read-generator.js';
import { literalTaskOf } from './read-literal-task.js';
import { checkSplit, splitWorkloads } from './read-split.js';
import { taskSettingsOf } from './read-task-settings.js';
import { readTraceFile } from './read-traces.js';

function warnOfSlots(
  reading: JobReading,
  path: DocumentPath,
  pool: PoolFile | undefined,
  subjectOf: (slots: number) => string | undefined,
): void {
  const slots = pool?.taskSlotsPerNode ?? 1;
  const subject = subjectOf(slots);
  if (subject === undefined || pool === undefined) return;
  const { source, keySpanOf, spanOf } = reading.document;
  const keySpan = keySpanOf(path);
  const span = keySpan.end > keySpan.start ? keySpan : spanOf(path);
  const parameters = { subject, slots, poolId: pool.id };
  reading.diagnostics.push(scenarioDiagnostic('too-many-slots', span, parameters, { source }));
}

function rowsAbove(table: TaskTable, slots: number): string | undefined {
  let count = 0;
  for (const required of table.requiredSlots) if (required > slots) count++;
  if (count === 0) return undefined;
  return count === 1
    ? 'a row of the trace asks for'
    : `each of ${count} rows of the trace asks for`;
}

/** Tasks of one id each: within a job of the scenario the job of the trace becomes part of the id. */
function withJobInId(table: TaskTable): TaskTable {
  if (table.jobIds.length === 1) return table;
  return { ...table, rowId: (row) => `${table.jobIds[table.job[row]!]!}-${table.rowId(row)}` };
}

async function addTrace(
  reading: JobReading,
  file: TraceFile,
  path: DocumentPath,
  job: number,
  pool: PoolFile | undefined,
  idPrefix: string,
): Promise<void> {
  const { jobs, workloads, document, files, diagnostics, splitTraceJobs } = reading;
  const table = await readTraceFile(file, document, path, files, diagnostics);
  if (table === undefined) return;
  warnOfSlots(reading, [...path, 'from'], pool, (slots) => rowsAbove(table, slots));
  const settings = taskSettingsOf(file);
  const trace = {
    kind: 'trace',
    name: file.from,
    idPrefix,
    ...(settings === undefined ? {} : { settings }),
  } as const;
  if (!splitTraceJobs || table.jobIds.length === 1) {
    workloads.push({ ...trace, table: withJobInId(table), jobOf: () => job });
    return;
  }
  const split = jobs[job]!;
  jobs.splice(job, 1, ...table.jobIds.map((id) => ({ ...split, id })));
  workloads.push({ ...trace, table, jobOf: (tableJob) => job + tableJob });
}

function checkTaskIds(
  reading: JobReading,
  path: DocumentPath,
  seen: Set<string>,
  id: string,
): void {
  const folded = id.toLowerCase();
  if (seen.has(folded)) {
    const { source, spanOf } = reading.document;
    const span = spanOf([...path, 'id']);
    reading.diagnostics.push(scenarioDiagnostic('same-id', span, { what: 'task', id }, { source }));
  }
  seen.add(folded);
}

function warnOfManagerSlots(
  reading: JobReading,
  { jobManagerTask }: JobSpecificationFile,
  jobPath: DocumentPath,
  pool: PoolFile | undefined,
): void {
  if (jobManagerTask === undefined) return;
  const path = [...jobPath, 'jobManagerTask', 'requiredSlots'];
  warnOfSlots(reading, path, pool, (slots) =>
    jobManagerTask.requiredSlots > slots ? 'the job manager task asks for' : undefined,
  );
}

/** Checks and reads the tasks of a job that stands at a path of the document; `id` names the random streams of its generators. */
export async function addTasks(
  reading: JobReading,
  file: JobSpecificationFile,
  jobPath: DocumentPath,
  id: string,
  job: number,
  pool: PoolFile | undefined,
): Promise<void> {
  const { document, diagnostics, workloads } = reading;
  const literals: LiteralTask[] = [];
  const seen = new Set<string>();
  diagnostics.push(
    ...checkDependencies(document, file, jobPath, id),
    ...checkExitConditions(document, file, jobPath, id),
    ...checkSpecialTasks(document, file, jobPath, id),
  );
  warnOfManagerSlots(reading, file, jobPath, pool);
  if (file.jobManagerTask !== undefined) seen.add(file.jobManagerTask.id.toLowerCase());
  const sources = file.tasks.filter((task) => !('id' in task)).length;
  let source = 0;
  for (const [position, task] of file.tasks.entries()) {
    const path = [...jobPath, 'tasks', position];
    // Ids are unique within a job: with several sources, each gets its number in front.
    const idPrefix = 'id' in task || sources + literals.length < 2 ? '' : `${++source}-`;
    if ('from' in task) {
      await addTrace(reading, task, path, job, pool, idPrefix);
      continue;
    }
    const required = task.requiredSlots ?? 1;
    warnOfSlots(reading, [...path, 'requiredSlots'], pool, (slots) =>
      required <= slots
        ? undefined
        : 'id' in task
          ? 'the task asks for'
          : 'each of these tasks asks for',
    );
    if ('arrivals' in task) {
      const settings = generatorOf(task, document, path, diagnostics);
      if (settings === undefined) continue;
      const name = `${id}/${position}`;
      workloads.push({ kind: 'generator', name, settings, job, idPrefix });
    } else if ('split' in task) {
      diagnostics.push(...checkSplit(document, file, jobPath, id, position));
      workloads.push(...splitWorkloads(task, `${id}/${position}`, job));
    } else {
      checkTaskIds(reading, path, seen, task.id);
      literals.push(literalTaskOf(task));
    }
  }
  if (literals.length > 0) workloads.push({ kind: 'tasks', tasks: literals, job });
}
